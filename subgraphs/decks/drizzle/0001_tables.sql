CREATE TYPE "public"."collaborator_permission" AS ENUM('VIEW', 'EDIT');--> statement-breakpoint
CREATE TYPE "public"."deck_visibility" AS ENUM('PRIVATE', 'UNLISTED', 'PUBLIC');--> statement-breakpoint
CREATE TYPE "public"."answer_side" AS ENUM('TERM', 'DEFINITION');--> statement-breakpoint
CREATE TYPE "public"."review_order" AS ENUM('DUE', 'RETRIEVABILITY', 'RANDOM', 'ADDED');--> statement-breakpoint
CREATE TABLE "inbox" (
	"consumer" text NOT NULL,
	"event_id" uuid NOT NULL,
	"received_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "inbox_consumer_event_id_pk" PRIMARY KEY("consumer","event_id")
);
--> statement-breakpoint
CREATE TABLE "outbox" (
	"position" bigserial PRIMARY KEY NOT NULL,
	"event_id" uuid NOT NULL,
	"type" text NOT NULL,
	"topic" text NOT NULL,
	"key" text NOT NULL,
	"value" text NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "outbox_event_id_unique" UNIQUE("event_id")
);
--> statement-breakpoint
CREATE TABLE "card_stars" (
	"user_id" uuid NOT NULL,
	"card_id" uuid NOT NULL,
	"starred_at" timestamp (3) with time zone NOT NULL,
	CONSTRAINT "card_stars_user_id_card_id_pk" PRIMARY KEY("user_id","card_id")
);
--> statement-breakpoint
CREATE TABLE "cards" (
	"id" uuid PRIMARY KEY NOT NULL,
	"deck_id" uuid NOT NULL,
	"sort_key" integer NOT NULL,
	"term" text NOT NULL,
	"definition" text NOT NULL,
	"hint" text,
	"accepted_answers" text[] DEFAULT '{}'::text[] NOT NULL,
	"distractors" text[] DEFAULT '{}'::text[] NOT NULL,
	"tags" text[] DEFAULT '{}'::text[] NOT NULL,
	"created_at" timestamp (3) with time zone NOT NULL,
	"updated_at" timestamp (3) with time zone NOT NULL,
	"deleted_at" timestamp (3) with time zone,
	"search" "tsvector" GENERATED ALWAYS AS (setweight(to_tsvector('russian', fold_text(term)), 'A') || setweight(to_tsvector('english', fold_text(term)), 'A')
          || setweight(to_tsvector('russian', fold_text(definition)), 'B') || setweight(to_tsvector('english', fold_text(definition)), 'B')) STORED NOT NULL,
	"search_text" text GENERATED ALWAYS AS (fold_text(term) || ' ' || fold_text(definition)) STORED NOT NULL
);
--> statement-breakpoint
CREATE TABLE "course_decks" (
	"course_id" uuid NOT NULL,
	"lesson_id" uuid NOT NULL,
	"deck_id" uuid NOT NULL,
	"attached_by" uuid NOT NULL,
	CONSTRAINT "course_decks_course_id_lesson_id_deck_id_pk" PRIMARY KEY("course_id","lesson_id","deck_id")
);
--> statement-breakpoint
CREATE TABLE "course_members" (
	"course_id" uuid NOT NULL,
	"user_id" uuid NOT NULL,
	"role" text NOT NULL,
	CONSTRAINT "course_members_course_id_user_id_pk" PRIMARY KEY("course_id","user_id")
);
--> statement-breakpoint
CREATE TABLE "deck_collaborators" (
	"deck_id" uuid NOT NULL,
	"user_id" uuid NOT NULL,
	"permission" "collaborator_permission" NOT NULL,
	"added_at" timestamp (3) with time zone NOT NULL,
	CONSTRAINT "deck_collaborators_deck_id_user_id_pk" PRIMARY KEY("deck_id","user_id")
);
--> statement-breakpoint
CREATE TABLE "deck_imports" (
	"id" uuid PRIMARY KEY NOT NULL,
	"user_id" uuid NOT NULL,
	"deck_id" uuid NOT NULL,
	"report" jsonb NOT NULL,
	"imported_at" timestamp (3) with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "decks" (
	"id" uuid PRIMARY KEY NOT NULL,
	"owner_id" uuid NOT NULL,
	"title" text NOT NULL,
	"description" text,
	"term_language" text,
	"definition_language" text,
	"visibility" "deck_visibility" DEFAULT 'PRIVATE' NOT NULL,
	"tags" text[] DEFAULT '{}'::text[] NOT NULL,
	"card_count" integer DEFAULT 0 NOT NULL,
	"forked_from_id" uuid,
	"created_at" timestamp (3) with time zone NOT NULL,
	"updated_at" timestamp (3) with time zone NOT NULL,
	"deleted_at" timestamp (3) with time zone,
	"search" "tsvector" GENERATED ALWAYS AS (setweight(to_tsvector('russian', fold_text(title)), 'A') || setweight(to_tsvector('english', fold_text(title)), 'A')
          || setweight(to_tsvector('russian', fold_tags(tags)), 'B') || setweight(to_tsvector('english', fold_tags(tags)), 'B')
          || setweight(to_tsvector('russian', fold_text(coalesce(description, ''))), 'C') || setweight(to_tsvector('english', fold_text(coalesce(description, ''))), 'C')) STORED NOT NULL,
	"search_text" text GENERATED ALWAYS AS (fold_text(title) || ' ' || fold_tags(tags)) STORED NOT NULL
);
--> statement-breakpoint
CREATE TABLE "folder_decks" (
	"folder_id" uuid NOT NULL,
	"deck_id" uuid NOT NULL,
	"added_at" timestamp (3) with time zone NOT NULL,
	CONSTRAINT "folder_decks_folder_id_deck_id_pk" PRIMARY KEY("folder_id","deck_id")
);
--> statement-breakpoint
CREATE TABLE "folders" (
	"id" uuid PRIMARY KEY NOT NULL,
	"owner_id" uuid NOT NULL,
	"name" text NOT NULL,
	"parent_id" uuid,
	"created_at" timestamp (3) with time zone NOT NULL,
	"updated_at" timestamp (3) with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "learners" (
	"user_id" uuid PRIMARY KEY NOT NULL,
	"time_zone" text DEFAULT 'UTC' NOT NULL,
	"day_starts_at" smallint DEFAULT 4 NOT NULL,
	"updated_at" timestamp (3) with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "card_memory" (
	"user_id" uuid NOT NULL,
	"card_id" uuid NOT NULL,
	"deck_id" uuid NOT NULL,
	"state" smallint DEFAULT 0 NOT NULL,
	"due" timestamp (3) with time zone,
	"stability" double precision,
	"difficulty" double precision,
	"scheduled_days" integer DEFAULT 0 NOT NULL,
	"learning_steps" smallint DEFAULT 0 NOT NULL,
	"reps" integer DEFAULT 0 NOT NULL,
	"lapses" integer DEFAULT 0 NOT NULL,
	"last_review" timestamp (3) with time zone,
	"last_review_day" date,
	"leech" boolean DEFAULT false NOT NULL,
	"suspended" boolean DEFAULT false NOT NULL,
	"buried_until" date,
	CONSTRAINT "card_memory_user_id_card_id_pk" PRIMARY KEY("user_id","card_id"),
	CONSTRAINT "card_memory_state" CHECK (state between 0 and 3)
);
--> statement-breakpoint
CREATE TABLE "practice_tests" (
	"id" uuid PRIMARY KEY NOT NULL,
	"user_id" uuid NOT NULL,
	"deck_id" uuid NOT NULL,
	"answer_with" "answer_side" NOT NULL,
	"question_count" integer NOT NULL,
	"paper" jsonb NOT NULL,
	"started_at" timestamp (3) with time zone NOT NULL,
	"submitted_at" timestamp (3) with time zone,
	"score" double precision,
	"correct_count" integer,
	"outcome" jsonb,
	"answers_fingerprint" text
);
--> statement-breakpoint
CREATE TABLE "review_log" (
	"id" uuid PRIMARY KEY NOT NULL,
	"seq" bigint GENERATED ALWAYS AS IDENTITY (sequence name "review_log_seq_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 9223372036854775807 START WITH 1 CACHE 1),
	"user_id" uuid NOT NULL,
	"card_id" uuid NOT NULL,
	"deck_id" uuid NOT NULL,
	"rating" smallint NOT NULL,
	"reviewed_at" timestamp (3) with time zone NOT NULL,
	"received_at" timestamp (3) with time zone NOT NULL,
	"local_day" date NOT NULL,
	"duration_ms" integer NOT NULL,
	"scheduler_id" integer NOT NULL,
	"client_id" text NOT NULL,
	"state" smallint DEFAULT 0 NOT NULL,
	"due" timestamp (3) with time zone,
	"stability" double precision,
	"difficulty" double precision,
	"scheduled_days" integer DEFAULT 0 NOT NULL,
	"learning_steps" smallint DEFAULT 0 NOT NULL,
	"reps" integer DEFAULT 0 NOT NULL,
	"lapses" integer DEFAULT 0 NOT NULL,
	"last_review" timestamp (3) with time zone,
	"last_review_day" date,
	"leech" boolean DEFAULT false NOT NULL,
	"undone_at" timestamp (3) with time zone,
	CONSTRAINT "review_log_rating" CHECK (rating between 0 and 4)
);
--> statement-breakpoint
CREATE TABLE "schedulers" (
	"id" integer PRIMARY KEY GENERATED ALWAYS AS IDENTITY (sequence name "schedulers_id_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 2147483647 START WITH 1 CACHE 1),
	"fingerprint" text NOT NULL,
	"desired_retention" double precision NOT NULL,
	"weights" double precision[] NOT NULL,
	"learning_steps_minutes" integer[] NOT NULL,
	"relearning_steps_minutes" integer[] NOT NULL,
	"maximum_interval_days" integer NOT NULL,
	"fuzz" boolean NOT NULL
);
--> statement-breakpoint
CREATE TABLE "study_days" (
	"user_id" uuid NOT NULL,
	"deck_id" uuid NOT NULL,
	"local_day" date NOT NULL,
	"new_count" integer NOT NULL,
	"review_count" integer NOT NULL,
	CONSTRAINT "study_days_user_id_deck_id_local_day_pk" PRIMARY KEY("user_id","deck_id","local_day")
);
--> statement-breakpoint
CREATE TABLE "study_settings" (
	"user_id" uuid NOT NULL,
	"deck_id" uuid NOT NULL,
	"desired_retention" double precision NOT NULL,
	"new_cards_per_day" integer NOT NULL,
	"reviews_per_day" integer NOT NULL,
	"learning_steps_minutes" integer[] NOT NULL,
	"relearning_steps_minutes" integer[] NOT NULL,
	"maximum_interval_days" integer NOT NULL,
	"fuzz" boolean NOT NULL,
	"review_order" "review_order" NOT NULL,
	"updated_at" timestamp (3) with time zone NOT NULL,
	CONSTRAINT "study_settings_user_id_deck_id_pk" PRIMARY KEY("user_id","deck_id"),
	CONSTRAINT "study_settings_retention" CHECK (desired_retention between 0.7 and 0.99)
);
--> statement-breakpoint
ALTER TABLE "card_stars" ADD CONSTRAINT "card_stars_card_id_cards_id_fk" FOREIGN KEY ("card_id") REFERENCES "public"."cards"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "cards" ADD CONSTRAINT "cards_deck_id_decks_id_fk" FOREIGN KEY ("deck_id") REFERENCES "public"."decks"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "deck_collaborators" ADD CONSTRAINT "deck_collaborators_deck_id_decks_id_fk" FOREIGN KEY ("deck_id") REFERENCES "public"."decks"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "deck_imports" ADD CONSTRAINT "deck_imports_deck_id_decks_id_fk" FOREIGN KEY ("deck_id") REFERENCES "public"."decks"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "decks" ADD CONSTRAINT "decks_forked_from_id_decks_id_fk" FOREIGN KEY ("forked_from_id") REFERENCES "public"."decks"("id") ON DELETE set null ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "folder_decks" ADD CONSTRAINT "folder_decks_folder_id_folders_id_fk" FOREIGN KEY ("folder_id") REFERENCES "public"."folders"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "folder_decks" ADD CONSTRAINT "folder_decks_deck_id_decks_id_fk" FOREIGN KEY ("deck_id") REFERENCES "public"."decks"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "folders" ADD CONSTRAINT "folders_parent_id_folders_id_fk" FOREIGN KEY ("parent_id") REFERENCES "public"."folders"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "card_memory" ADD CONSTRAINT "card_memory_card_id_cards_id_fk" FOREIGN KEY ("card_id") REFERENCES "public"."cards"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "study_days" ADD CONSTRAINT "study_days_deck_id_decks_id_fk" FOREIGN KEY ("deck_id") REFERENCES "public"."decks"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "study_settings" ADD CONSTRAINT "study_settings_deck_id_decks_id_fk" FOREIGN KEY ("deck_id") REFERENCES "public"."decks"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "inbox_received_at" ON "inbox" USING brin ("received_at");--> statement-breakpoint
CREATE INDEX "card_stars_card" ON "card_stars" USING btree ("card_id");--> statement-breakpoint
CREATE INDEX "cards_deck_order" ON "cards" USING btree ("deck_id","sort_key","id") WHERE deleted_at is null;--> statement-breakpoint
CREATE INDEX "cards_deck" ON "cards" USING btree ("deck_id");--> statement-breakpoint
CREATE INDEX "cards_search" ON "cards" USING gin ("search");--> statement-breakpoint
CREATE INDEX "cards_search_text" ON "cards" USING gin ("search_text" gin_trgm_ops);--> statement-breakpoint
CREATE INDEX "course_decks_deck" ON "course_decks" USING btree ("deck_id");--> statement-breakpoint
CREATE INDEX "course_decks_lesson" ON "course_decks" USING btree ("lesson_id");--> statement-breakpoint
CREATE INDEX "course_members_user" ON "course_members" USING btree ("user_id");--> statement-breakpoint
CREATE INDEX "deck_collaborators_user" ON "deck_collaborators" USING btree ("user_id");--> statement-breakpoint
CREATE INDEX "deck_imports_deck" ON "deck_imports" USING btree ("deck_id");--> statement-breakpoint
CREATE INDEX "decks_owner_updated" ON "decks" USING btree ("owner_id","updated_at","id");--> statement-breakpoint
CREATE INDEX "decks_forked_from" ON "decks" USING btree ("forked_from_id");--> statement-breakpoint
CREATE INDEX "decks_deleted" ON "decks" USING btree ("deleted_at") WHERE deleted_at is not null;--> statement-breakpoint
CREATE INDEX "decks_public" ON "decks" USING btree ("updated_at","id") WHERE visibility = 'PUBLIC' and deleted_at is null;--> statement-breakpoint
CREATE INDEX "decks_search" ON "decks" USING gin ("search") WHERE visibility = 'PUBLIC' and deleted_at is null;--> statement-breakpoint
CREATE INDEX "decks_search_text" ON "decks" USING gin ("search_text" gin_trgm_ops) WHERE visibility = 'PUBLIC' and deleted_at is null;--> statement-breakpoint
CREATE INDEX "folder_decks_deck" ON "folder_decks" USING btree ("deck_id");--> statement-breakpoint
CREATE INDEX "folders_owner" ON "folders" USING btree ("owner_id","name");--> statement-breakpoint
CREATE INDEX "folders_parent" ON "folders" USING btree ("parent_id");--> statement-breakpoint
CREATE INDEX "card_memory_due" ON "card_memory" USING btree ("user_id","deck_id","suspended","state","due");--> statement-breakpoint
CREATE INDEX "card_memory_card" ON "card_memory" USING btree ("card_id");--> statement-breakpoint
CREATE INDEX "practice_tests_user" ON "practice_tests" USING btree ("user_id","started_at","id");--> statement-breakpoint
CREATE INDEX "practice_tests_user_deck" ON "practice_tests" USING btree ("user_id","deck_id","started_at","id");--> statement-breakpoint
CREATE INDEX "review_log_card" ON "review_log" USING btree ("user_id","card_id","seq");--> statement-breakpoint
CREATE UNIQUE INDEX "schedulers_fingerprint" ON "schedulers" USING btree ("fingerprint");--> statement-breakpoint
CREATE INDEX "study_days_deck" ON "study_days" USING btree ("deck_id");--> statement-breakpoint
CREATE INDEX "study_settings_deck" ON "study_settings" USING btree ("deck_id");