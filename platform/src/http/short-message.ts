/** Characters that a message keeps of its beginning, and of its end. */
const keptCharacters = 300;
const halfCharacters = /\p{Cs}/gu;

/**
 * A message of GraphQL without the middle of a long value: it quotes what was sent whole, a hundred thousand characters of a text for
 * instance, between the name of the variable and what is wrong with it.
 */
export function shortMessage(message: string): string {
  if (message.length <= 2 * keptCharacters) return message;
  const short = `${message.slice(0, keptCharacters)} … ${message.slice(-keptCharacters)}`;
  return short.replaceAll(halfCharacters, '');
}
