/** The thread that reads supergraphs and validates large documents: both keep it busy, and nobody else. */
import { parentPort } from 'node:worker_threads';
import { parse, validate, type GraphQLSchema } from 'graphql';
import { readSupergraphFacts } from '../executor/supergraph-facts.js';
import { validationRules } from '../operations/validation-rules.js';
import type { Answer, Question } from './messages.js';

const port = parentPort;
if (!port) throw new Error('This is the entry of a worker thread.');

const schemas = new Map<number, GraphQLSchema>();

function load(graph: number, sdl: string): Answer {
  const { facts, apiSchema } = readSupergraphFacts(sdl);
  schemas.set(graph, apiSchema);
  return { kind: 'loaded', facts };
}

function check(graph: number, source: string, introspection: boolean): Answer {
  const schema = schemas.get(graph);
  if (!schema) throw new Error('The supergraph is not loaded.');
  const errors = validate(schema, parse(source), validationRules({ introspection }));
  return {
    kind: 'validated',
    faults: errors.map(({ message, positions }) => ({ message, positions: positions && [...positions] })),
  };
}

function answerTo(question: Exclude<Question, { kind: 'drop' }>): Answer {
  try {
    return question.kind === 'load'
      ? load(question.graph, question.sdl)
      : check(question.graph, question.source, question.introspection);
  } catch (error) {
    const message = error instanceof Error ? error.message : String(error);
    return { kind: 'failed', message, tooComplex: error instanceof RangeError };
  }
}

port.on('message', (question: Question) => {
  if (question.kind === 'drop') schemas.delete(question.graph);
  else port.postMessage(answerTo(question));
});
