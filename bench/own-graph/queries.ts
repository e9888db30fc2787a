import { deckId, sizes } from './fill.js';

/** What a client asks for on its pages. `turn` gives other arguments each time, as other people would. */
export interface PageQuery {
  query: string;
  variables: (turn: number, course: string) => Record<string, unknown>;
}

export const pages: Record<string, PageQuery> = {
  dashboard: {
    query: `query Dashboard {
      me { displayName learning { reviews accuracy streak { current } daily { day reviews } } }
      studyQueue(first: 1) { counts { new learning review } nextDueAt }
      myDecks(first: 10) { edges { node { id title cardCount owner { displayName } progress { new learning due } } } }
      myCourses(first: 5) { edges { node { title teacher { displayName } viewerProgress { percent } } } }
    }`,
    variables: () => ({}),
  },
  'deck page': {
    query: `query DeckPage($id: ID!) { deck(id: $id) {
      title description tags cardCount viewerPermission owner { username displayName bio }
      cards(first: 20) { edges { node { id term definition starred memory { state due } } } pageInfo { hasNextPage endCursor } }
      progress { new learning due mastered } stats { learners reviews accuracy }
    } }`,
    variables: (turn) => ({ id: deckId(1 + ((turn * 7_919) % sizes.decks)) }),
  },
  search: {
    query: `query Search($text: String!) { searchDecks(query: $text, first: 20) {
      edges { node { id title cardCount tags owner { displayName } } } pageInfo { hasNextPage } } }`,
    variables: (turn) => ({ text: ['french verbs', 'anatomy', 'capitals', 'rivrs'][turn % 4] }),
  },
  'study queue': {
    query: `query Study($id: ID!) { studyQueue(deckId: $id, first: 10) {
      counts { new learning review } nextDueAt
      cards { card { id term definition hint } memory { state due stability } intervals { rating due interval } } } }`,
    variables: (turn) => ({ id: deckId(10 * (1 + ((turn * 37) % (sizes.decks / 10)))) }),
  },
  'course page': {
    query: `query CoursePage($id: ID!) { course(id: $id) {
      title description teacher { displayName } viewerProgress { lessonsCompleted lessonsTotal percent }
      modules { id title lessons { id title completedByViewer decks { id title cardCount owner { displayName } progress { due } } } }
      announcements(first: 5) { edges { node { title } } } } }`,
    variables: (_turn, course) => ({ id: course }),
  },
};
