import type { GraphQLResolveInfo, GraphQLScalarType, GraphQLScalarTypeConfig } from 'graphql';
import type { UserModel, UserConnectionModel, UserEdgeModel } from '../resolvers/models.js';
import type { Context } from '../resolvers/context.js';
export type Maybe<T> = T | null | undefined;
export type InputMaybe<T> = T | null | undefined;
export type RequireFields<T, K extends keyof T> = Omit<T, K> & { [P in K]-?: NonNullable<T[P]> };
/** All built-in and custom scalars, mapped to their actual values */
export type Scalars = {
  ID: { input: string; output: string; }
  String: { input: string; output: string; }
  Boolean: { input: boolean; output: boolean; }
  Int: { input: number; output: number; }
  Float: { input: number; output: number; }
  /** A calendar day without a time (`2026-03-01`). */
  Date: { input: string; output: string; }
  /** A point in time: RFC 3339 with an offset, answered in UTC with milliseconds (`2026-03-01T09:30:00.000Z`). */
  DateTime: { input: Date; output: Date; }
  /** An e-mail address (RFC 5322, without display name). */
  EmailAddress: { input: string; output: string; }
  /** A learner's day (`2026-03-01`): it begins at the hour `preferences.dayStartsAt` in the learner's time zone. */
  LocalDate: { input: string; output: string; }
  /** Text in CommonMark. */
  Markdown: { input: string; output: string; }
  /** An absolute URL (RFC 3986). */
  URL: { input: string; output: string; }
  _FieldSet: { input: string; output: string; }
};

/** How large a picture of a user is. */
export type AvatarSize =
  /** 512 × 512 pixels: on the page of the profile. */
  | 'LARGE'
  /** 256 × 256 pixels: in a list of cards. */
  | 'MEDIUM'
  /** 64 × 64 pixels: beside a line of text. */
  | 'SMALL';

/** A header of an HTTP request. */
export type HttpHeader = {
  __typename?: 'HttpHeader';
  /** Its name, in lower case. */
  name: Scalars['String']['output'];
  /** Its value. */
  value: Scalars['String']['output'];
};

export type Mutation = {
  __typename?: 'Mutation';
  /** Removes the viewer's picture. */
  removeAvatar: User;
  /**
   * Asks to upload a picture of the viewer: JPEG, PNG, WebP, GIF or AVIF, at most 5 000 000 bytes and 50 megapixels. At most 10
   * uploads can be open at a time; one that is not confirmed within an hour is gone.
   */
  requestAvatarUpload: UploadTicket;
  /**
   * Makes an uploaded picture the viewer's. It is decoded, turned upright, cropped to a square and encoded anew in three sizes, so
   * that nothing else of the file is kept: no place, no camera, no comment. Refused (`BAD_USER_INPUT`) when the file is not the
   * picture that was announced. Confirming the same upload twice changes nothing.
   */
  setAvatar: User;
  /** Changes the viewer's preferences. */
  updatePreferences: User;
  /** Changes the viewer's profile. */
  updateProfile: User;
};


export type MutationRequestAvatarUploadArgs = {
  input: UploadRequestInput;
};


export type MutationSetAvatarArgs = {
  uploadId: Scalars['ID']['input'];
};


export type MutationUpdatePreferencesArgs = {
  input: UpdatePreferencesInput;
};


export type MutationUpdateProfileArgs = {
  input: UpdateProfileInput;
};

/** Where a page of a connection lies among all its items. */
export type PageInfo = {
  __typename?: 'PageInfo';
  /** The cursor of the last item, to send as `after`; null for an empty page. */
  endCursor?: Maybe<Scalars['String']['output']>;
  /** True when more items follow this page. */
  hasNextPage: Scalars['Boolean']['output'];
  /** True when items precede this page. */
  hasPreviousPage: Scalars['Boolean']['output'];
  /** The cursor of the first item; null for an empty page. */
  startCursor?: Maybe<Scalars['String']['output']>;
};

/** How a user wants to be treated. */
export type Preferences = {
  __typename?: 'Preferences';
  /** How many reviews a day the learner aims at, 0 to 9999; 0 stands for no goal. */
  dailyGoalReviews: Scalars['Int']['output'];
  /** The hour of local time at which the learner's day begins, 0 to 23. */
  dayStartsAt: Scalars['Int']['output'];
  /** Language as a BCP 47 tag, such as `en` or `ru-RU`. */
  locale: Scalars['String']['output'];
  /** Who may see the profile and find it by name. */
  profileVisibility: ProfileVisibility;
  /** Whether the user appears on leaderboards. */
  showOnLeaderboards: Scalars['Boolean']['output'];
  /** The IANA time zone that the learner's days follow, such as `Europe/Moscow`. */
  timeZone: Scalars['String']['output'];
};

/** A username that somebody had. */
export type PreviousUsername = {
  __typename?: 'PreviousUsername';
  /** Until when it was theirs. */
  until: Scalars['DateTime']['output'];
  /** The name. */
  username: Scalars['String']['output'];
};

/** Who may see a profile (its bio) and find it by name with `searchUsers` and `userByUsername`. */
export type ProfileVisibility =
  /** Whoever is signed in. */
  | 'MEMBERS'
  /** Only the user. Others get username and display name where they know the id, and do not find the user by name. */
  | 'PRIVATE'
  /** Everybody may see it, signed in or not. Search itself is for the signed-in. */
  | 'PUBLIC';

export type Query = {
  __typename?: 'Query';
  /** The viewer; null when nobody is signed in. */
  me?: Maybe<User>;
  /**
   * Users whose username or display name is like the text, the most alike first; typing errors are forgiven. Only profiles
   * that the viewer may find. For signed-in users.
   */
  searchUsers: UserConnection;
  /** A user by id; null when there is none. A private profile is there too, with nothing but its names. */
  user?: Maybe<User>;
  /**
   * A user by username, without regard to case; null when there is none or the viewer may not find the profile by name. A name
   * that somebody had before leads to them, as long as nobody else has it.
   */
  userByUsername?: Maybe<User>;
};


export type QuerySearchUsersArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  first?: InputMaybe<Scalars['Int']['input']>;
  query: Scalars['String']['input'];
};


export type QueryUserArgs = {
  id: Scalars['ID']['input'];
};


export type QueryUserByUsernameArgs = {
  username: Scalars['String']['input'];
};

/** What to change of the preferences. What is left out stays. */
export type UpdatePreferencesInput = {
  /** Reviews a day, 0 to 9999; 0 stands for no goal. */
  dailyGoalReviews?: InputMaybe<Scalars['Int']['input']>;
  /** The hour at which the learner's day begins, 0 to 23. */
  dayStartsAt?: InputMaybe<Scalars['Int']['input']>;
  /** Language as a BCP 47 tag, such as `en` or `ru-RU`. */
  locale?: InputMaybe<Scalars['String']['input']>;
  /** Who may see the profile and find it by name. */
  profileVisibility?: InputMaybe<ProfileVisibility>;
  /** Whether the user appears on leaderboards. */
  showOnLeaderboards?: InputMaybe<Scalars['Boolean']['input']>;
  /** An IANA time zone, such as `Europe/Moscow`. */
  timeZone?: InputMaybe<Scalars['String']['input']>;
};

/** What to change of a profile. What is left out stays. */
export type UpdateProfileInput = {
  /** At most 1000 characters; null or an empty text removes it. */
  bio?: InputMaybe<Scalars['String']['input']>;
  /** The name that others see, 1 to 80 characters. */
  displayName?: InputMaybe<Scalars['String']['input']>;
};

/** What is to be uploaded. */
export type UploadRequestInput = {
  /** The media type of the file, such as `image/png`. What the file really is decides when the upload is confirmed. */
  contentType: Scalars['String']['input'];
  /** The size of the file in bytes. */
  sizeBytes: Scalars['Int']['input'];
};

/**
 * A permission to upload one file: send its bytes to `url` with `method` and exactly these `headers`, then confirm with the
 * mutation that the permission is for.
 */
export type UploadTicket = {
  __typename?: 'UploadTicket';
  /** Until when the upload can be sent and confirmed. */
  expiresAt: Scalars['DateTime']['output'];
  /** Headers to send along. */
  headers: Array<HttpHeader>;
  /** Bytes that the file may have. */
  maxBytes: Scalars['Int']['output'];
  /** The HTTP method: `PUT`. */
  method: Scalars['String']['output'];
  /** Names the upload when it is confirmed. */
  uploadId: Scalars['ID']['output'];
  /** Where to send the bytes. The URL is the permission: it needs no token. */
  url: Scalars['URL']['output'];
};

/**
 * Somebody with an account. The username and display name of every user can be read by whoever knows the id, because they
 * stand beside public decks and courses; `preferences.profileVisibility` decides about the rest.
 */
export type User = {
  __typename?: 'User';
  /**
   * Where the picture of the user can be fetched (WebP, square): a signed URL that works for at least a day. Null when there is
   * none, or the viewer may not see the profile.
   */
  avatarUrl?: Maybe<Scalars['URL']['output']>;
  /** What the user says of themselves, at most 1000 characters; null when the viewer may not see the profile. */
  bio?: Maybe<Scalars['String']['output']>;
  /** When the user registered. */
  createdAt: Scalars['DateTime']['output'];
  /** The name that others see. */
  displayName: Scalars['String']['output'];
  /** The user's id: the same in every subgraph. */
  id: Scalars['ID']['output'];
  /** The viewer's own preferences; null for anybody else. */
  preferences?: Maybe<Preferences>;
  /** Names that the user had before, the latest first, at most 50; null for anybody but the user. */
  previousUsernames?: Maybe<Array<PreviousUsername>>;
  /** The unique name, chosen at registration. */
  username: Scalars['String']['output'];
};


/**
 * Somebody with an account. The username and display name of every user can be read by whoever knows the id, because they
 * stand beside public decks and courses; `preferences.profileVisibility` decides about the rest.
 */
export type UserAvatarUrlArgs = {
  size?: InputMaybe<AvatarSize>;
};

/** A page of users. */
export type UserConnection = {
  __typename?: 'UserConnection';
  /** The users of this page, each with its cursor. */
  edges: Array<UserEdge>;
  /** Where the page lies. */
  pageInfo: PageInfo;
};

/** A user in a page. */
export type UserEdge = {
  __typename?: 'UserEdge';
  /** Send it as `after` to get what follows. */
  cursor: Scalars['String']['output'];
  /** The user. */
  node: User;
};



export type ResolverTypeWrapper<T> = Promise<T> | T;

export type ReferenceResolver<TResult, TReference, TContext> = (
      reference: TReference,
      context: TContext,
      info: GraphQLResolveInfo
    ) => Promise<TResult> | TResult;

      type ScalarCheck<T, S> = S extends true ? T : NullableCheck<T, S>;
      type NullableCheck<T, S> = Maybe<T> extends T ? Maybe<ListCheck<NonNullable<T>, S>> : ListCheck<T, S>;
      type ListCheck<T, S> = T extends (infer U)[] ? NullableCheck<U, S>[] : GraphQLRecursivePick<T, S>;
      export type GraphQLRecursivePick<T, S> = { [K in keyof T & keyof S]: ScalarCheck<T[K], S[K]> };
    

export type ResolverWithResolve<TResult, TParent, TContext, TArgs> = {
  resolve: ResolverFn<TResult, TParent, TContext, TArgs>;
};
export type Resolver<TResult, TParent = Record<PropertyKey, never>, TContext = Record<PropertyKey, never>, TArgs = Record<PropertyKey, never>> = ResolverFn<TResult, TParent, TContext, TArgs> | ResolverWithResolve<TResult, TParent, TContext, TArgs>;

export type ResolverFn<TResult, TParent, TContext, TArgs> = (
  parent: TParent,
  args: TArgs,
  context: TContext,
  info: GraphQLResolveInfo
) => Promise<TResult> | TResult;

export type SubscriptionSubscribeFn<TResult, TParent, TContext, TArgs> = (
  parent: TParent,
  args: TArgs,
  context: TContext,
  info: GraphQLResolveInfo
) => AsyncIterable<TResult> | Promise<AsyncIterable<TResult>>;

export type SubscriptionResolveFn<TResult, TParent, TContext, TArgs> = (
  parent: TParent,
  args: TArgs,
  context: TContext,
  info: GraphQLResolveInfo
) => TResult | Promise<TResult>;

export interface SubscriptionSubscriberObject<TResult, TKey extends string, TParent, TContext, TArgs> {
  subscribe: SubscriptionSubscribeFn<{ [key in TKey]: TResult }, TParent, TContext, TArgs>;
  resolve?: SubscriptionResolveFn<TResult, { [key in TKey]: TResult }, TContext, TArgs>;
}

export interface SubscriptionResolverObject<TResult, TParent, TContext, TArgs> {
  subscribe: SubscriptionSubscribeFn<any, TParent, TContext, TArgs>;
  resolve: SubscriptionResolveFn<TResult, any, TContext, TArgs>;
}

export type SubscriptionObject<TResult, TKey extends string, TParent, TContext, TArgs> =
  | SubscriptionSubscriberObject<TResult, TKey, TParent, TContext, TArgs>
  | SubscriptionResolverObject<TResult, TParent, TContext, TArgs>;

export type SubscriptionResolver<TResult, TKey extends string, TParent = Record<PropertyKey, never>, TContext = Record<PropertyKey, never>, TArgs = Record<PropertyKey, never>> =
  | ((...args: any[]) => SubscriptionObject<TResult, TKey, TParent, TContext, TArgs>)
  | SubscriptionObject<TResult, TKey, TParent, TContext, TArgs>;

export type TypeResolveFn<TTypes, TParent = Record<PropertyKey, never>, TContext = Record<PropertyKey, never>> = (
  parent: TParent,
  context: TContext,
  info: GraphQLResolveInfo
) => Maybe<TTypes> | Promise<Maybe<TTypes>>;

export type IsTypeOfResolverFn<T = Record<PropertyKey, never>, TContext = Record<PropertyKey, never>> = (obj: T, context: TContext, info: GraphQLResolveInfo) => boolean | Promise<boolean>;

export type NextResolverFn<T> = () => Promise<T>;

export type DirectiveResolverFn<TResult = Record<PropertyKey, never>, TParent = Record<PropertyKey, never>, TContext = Record<PropertyKey, never>, TArgs = Record<PropertyKey, never>> = (
  next: NextResolverFn<TResult>,
  parent: TParent,
  args: TArgs,
  context: TContext,
  info: GraphQLResolveInfo
) => TResult | Promise<TResult>;

/** Mapping of federation types */
export type FederationTypes = {
  User: User;
};

/** Mapping of federation reference types */
export type FederationReferenceTypes = {
  User:
    ( { __typename: 'User' }
    & GraphQLRecursivePick<FederationTypes['User'], {"id":true}> );
};



/** Mapping between all available schema types and the resolvers types */
export type ResolversTypes = {
  AvatarSize: AvatarSize;
  Date: ResolverTypeWrapper<Scalars['Date']['output']>;
  DateTime: ResolverTypeWrapper<Scalars['DateTime']['output']>;
  EmailAddress: ResolverTypeWrapper<Scalars['EmailAddress']['output']>;
  HttpHeader: ResolverTypeWrapper<HttpHeader>;
  String: ResolverTypeWrapper<Scalars['String']['output']>;
  LocalDate: ResolverTypeWrapper<Scalars['LocalDate']['output']>;
  Markdown: ResolverTypeWrapper<Scalars['Markdown']['output']>;
  Mutation: ResolverTypeWrapper<Record<PropertyKey, never>>;
  ID: ResolverTypeWrapper<Scalars['ID']['output']>;
  PageInfo: ResolverTypeWrapper<PageInfo>;
  Boolean: ResolverTypeWrapper<Scalars['Boolean']['output']>;
  Preferences: ResolverTypeWrapper<Preferences>;
  Int: ResolverTypeWrapper<Scalars['Int']['output']>;
  PreviousUsername: ResolverTypeWrapper<PreviousUsername>;
  ProfileVisibility: ProfileVisibility;
  Query: ResolverTypeWrapper<Record<PropertyKey, never>>;
  URL: ResolverTypeWrapper<Scalars['URL']['output']>;
  UpdatePreferencesInput: UpdatePreferencesInput;
  UpdateProfileInput: UpdateProfileInput;
  UploadRequestInput: UploadRequestInput;
  UploadTicket: ResolverTypeWrapper<UploadTicket>;
  User: ResolverTypeWrapper<UserModel>;
  UserConnection: ResolverTypeWrapper<UserConnectionModel>;
  UserEdge: ResolverTypeWrapper<UserEdgeModel>;
};

/** Mapping between all available schema types and the resolvers parents */
export type ResolversParentTypes = {
  Date: Scalars['Date']['output'];
  DateTime: Scalars['DateTime']['output'];
  EmailAddress: Scalars['EmailAddress']['output'];
  HttpHeader: HttpHeader;
  String: Scalars['String']['output'];
  LocalDate: Scalars['LocalDate']['output'];
  Markdown: Scalars['Markdown']['output'];
  Mutation: Record<PropertyKey, never>;
  ID: Scalars['ID']['output'];
  PageInfo: PageInfo;
  Boolean: Scalars['Boolean']['output'];
  Preferences: Preferences;
  Int: Scalars['Int']['output'];
  PreviousUsername: PreviousUsername;
  Query: Record<PropertyKey, never>;
  URL: Scalars['URL']['output'];
  UpdatePreferencesInput: UpdatePreferencesInput;
  UpdateProfileInput: UpdateProfileInput;
  UploadRequestInput: UploadRequestInput;
  UploadTicket: UploadTicket;
  User: UserModel;
  UserConnection: UserConnectionModel;
  UserEdge: UserEdgeModel;
};

export interface DateScalarConfig extends GraphQLScalarTypeConfig<ResolversTypes['Date'], any> {
  name: 'Date';
}

export interface DateTimeScalarConfig extends GraphQLScalarTypeConfig<ResolversTypes['DateTime'], any> {
  name: 'DateTime';
}

export interface EmailAddressScalarConfig extends GraphQLScalarTypeConfig<ResolversTypes['EmailAddress'], any> {
  name: 'EmailAddress';
}

export type HttpHeaderResolvers<ContextType = Context, ParentType extends ResolversParentTypes['HttpHeader'] = ResolversParentTypes['HttpHeader']> = {
  name?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  value?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
};

export interface LocalDateScalarConfig extends GraphQLScalarTypeConfig<ResolversTypes['LocalDate'], any> {
  name: 'LocalDate';
}

export interface MarkdownScalarConfig extends GraphQLScalarTypeConfig<ResolversTypes['Markdown'], any> {
  name: 'Markdown';
}

export type MutationResolvers<ContextType = Context, ParentType extends ResolversParentTypes['Mutation'] = ResolversParentTypes['Mutation']> = {
  removeAvatar?: Resolver<ResolversTypes['User'], ParentType, ContextType>;
  requestAvatarUpload?: Resolver<ResolversTypes['UploadTicket'], ParentType, ContextType, RequireFields<MutationRequestAvatarUploadArgs, 'input'>>;
  setAvatar?: Resolver<ResolversTypes['User'], ParentType, ContextType, RequireFields<MutationSetAvatarArgs, 'uploadId'>>;
  updatePreferences?: Resolver<ResolversTypes['User'], ParentType, ContextType, RequireFields<MutationUpdatePreferencesArgs, 'input'>>;
  updateProfile?: Resolver<ResolversTypes['User'], ParentType, ContextType, RequireFields<MutationUpdateProfileArgs, 'input'>>;
};

export type PageInfoResolvers<ContextType = Context, ParentType extends ResolversParentTypes['PageInfo'] = ResolversParentTypes['PageInfo']> = {
  endCursor?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  hasNextPage?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  hasPreviousPage?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  startCursor?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
};

export type PreferencesResolvers<ContextType = Context, ParentType extends ResolversParentTypes['Preferences'] = ResolversParentTypes['Preferences']> = {
  dailyGoalReviews?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  dayStartsAt?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  locale?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  profileVisibility?: Resolver<ResolversTypes['ProfileVisibility'], ParentType, ContextType>;
  showOnLeaderboards?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  timeZone?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
};

export type PreviousUsernameResolvers<ContextType = Context, ParentType extends ResolversParentTypes['PreviousUsername'] = ResolversParentTypes['PreviousUsername']> = {
  until?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  username?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
};

export type QueryResolvers<ContextType = Context, ParentType extends ResolversParentTypes['Query'] = ResolversParentTypes['Query']> = {
  me?: Resolver<Maybe<ResolversTypes['User']>, ParentType, ContextType>;
  searchUsers?: Resolver<ResolversTypes['UserConnection'], ParentType, ContextType, RequireFields<QuerySearchUsersArgs, 'first' | 'query'>>;
  user?: Resolver<Maybe<ResolversTypes['User']>, ParentType, ContextType, RequireFields<QueryUserArgs, 'id'>>;
  userByUsername?: Resolver<Maybe<ResolversTypes['User']>, ParentType, ContextType, RequireFields<QueryUserByUsernameArgs, 'username'>>;
};

export interface UrlScalarConfig extends GraphQLScalarTypeConfig<ResolversTypes['URL'], any> {
  name: 'URL';
}

export type UploadTicketResolvers<ContextType = Context, ParentType extends ResolversParentTypes['UploadTicket'] = ResolversParentTypes['UploadTicket']> = {
  expiresAt?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  headers?: Resolver<Array<ResolversTypes['HttpHeader']>, ParentType, ContextType>;
  maxBytes?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  method?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  uploadId?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  url?: Resolver<ResolversTypes['URL'], ParentType, ContextType>;
};

export type UserResolvers<ContextType = Context, ParentType extends ResolversParentTypes['User'] = ResolversParentTypes['User'], FederationReferenceType extends FederationReferenceTypes['User'] = FederationReferenceTypes['User']> = {
  __resolveReference?: ReferenceResolver<Maybe<ResolversTypes['User']> | FederationReferenceType, FederationReferenceType, ContextType>;
  avatarUrl?: Resolver<Maybe<ResolversTypes['URL']>, ParentType, ContextType, RequireFields<UserAvatarUrlArgs, 'size'>>;
  bio?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  createdAt?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  displayName?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  preferences?: Resolver<Maybe<ResolversTypes['Preferences']>, ParentType, ContextType>;
  previousUsernames?: Resolver<Maybe<Array<ResolversTypes['PreviousUsername']>>, ParentType, ContextType>;
  username?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
};

export type UserConnectionResolvers<ContextType = Context, ParentType extends ResolversParentTypes['UserConnection'] = ResolversParentTypes['UserConnection']> = {
  edges?: Resolver<Array<ResolversTypes['UserEdge']>, ParentType, ContextType>;
  pageInfo?: Resolver<ResolversTypes['PageInfo'], ParentType, ContextType>;
};

export type UserEdgeResolvers<ContextType = Context, ParentType extends ResolversParentTypes['UserEdge'] = ResolversParentTypes['UserEdge']> = {
  cursor?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  node?: Resolver<ResolversTypes['User'], ParentType, ContextType>;
};

export type Resolvers<ContextType = Context> = {
  Date?: GraphQLScalarType;
  DateTime?: GraphQLScalarType;
  EmailAddress?: GraphQLScalarType;
  HttpHeader?: HttpHeaderResolvers<ContextType>;
  LocalDate?: GraphQLScalarType;
  Markdown?: GraphQLScalarType;
  Mutation?: MutationResolvers<ContextType>;
  PageInfo?: PageInfoResolvers<ContextType>;
  Preferences?: PreferencesResolvers<ContextType>;
  PreviousUsername?: PreviousUsernameResolvers<ContextType>;
  Query?: QueryResolvers<ContextType>;
  URL?: GraphQLScalarType;
  UploadTicket?: UploadTicketResolvers<ContextType>;
  User?: UserResolvers<ContextType>;
  UserConnection?: UserConnectionResolvers<ContextType>;
  UserEdge?: UserEdgeResolvers<ContextType>;
};

