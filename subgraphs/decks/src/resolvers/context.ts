export type { DecksContext as Context } from '../services/context.js';
