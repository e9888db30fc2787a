import { computeParameters, FSRSBinding, FSRSBindingItem, FSRSBindingReview } from '@open-spaced-repetition/binding';
import { type FitAnswer, type FitRequest, fitRequest, type FittedWeights } from './fit-messages.js';

/** The process that fits weights: takes one log, answers, ends. Its own process, so that no request waits for the reckoning. */

/** How often the reckoning looks whether it was called off (milliseconds). */
const progressIntervalMs = 100;

process.once('message', (message: unknown) => {
  void answer(message).then((result) => {
    process.send?.(result, undefined, undefined, () => {
      process.disconnect();
    });
  });
});
// Whoever asked is gone: nobody wants the answer.
process.once('disconnect', () => process.exit());

async function answer(message: unknown): Promise<FitAnswer> {
  try {
    return { fitted: await fit(fitRequest.parse(message)) };
  } catch (error) {
    return { failure: error instanceof Error ? error.message : String(error) };
  }
}

async function fit(request: FitRequest): Promise<FittedWeights> {
  const items = itemsOf(request);
  const fitted = await computeParameters(items, {
    enableShortTerm: true,
    numRelearningSteps: request.relearningStepCount,
    timeout: progressIntervalMs,
  });
  // As the scheduler keeps them, so that the figures are those of the weights that will be used.
  const weights = fitted.map((weight) => Number(weight.toFixed(4)));
  const before = new FSRSBinding(request.weightsBefore).evaluate(items);
  const after = new FSRSBinding(weights).evaluate(items);
  return {
    weights,
    logLossBefore: before.logLoss,
    logLossAfter: after.logLoss,
    rmseBefore: before.rmseBins,
    rmseAfter: after.rmseBins,
  };
}

/** One item for each review on a later day than the one before, with all that came before it. */
function itemsOf({ ratings, days, lengths }: FitRequest): FSRSBindingItem[] {
  const items: FSRSBindingItem[] = [];
  let start = 0;
  for (const length of lengths) {
    const reviews: FSRSBindingReview[] = [];
    for (let place = start; place < start + length; place += 1) {
      const gap = days[place] ?? 0;
      reviews.push(new FSRSBindingReview(ratings[place] ?? 0, gap));
      if (gap > 0) items.push(new FSRSBindingItem([...reviews]));
    }
    start += length;
  }
  return items;
}
