/** What resolvers hand on where no other subgraph's data is at hand. */

/** A user is an id here; the router fetches the rest from users. */
export interface UserStub {
  id: string;
}

/** A course is an id here; the router fetches the rest from teaching. */
export interface CourseStub {
  id: string;
}
