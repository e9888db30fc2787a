/** An entity of the graph, as this subgraph knows it: by its id. */
export interface Reference {
  id: string;
}

/** A card, with the deck that the decks subgraph says it lies in; absent when nothing was asked that needs it. */
export interface CardReference extends Reference {
  deck?: Reference;
}
