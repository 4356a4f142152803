/** Runs a bounded number of tasks at once and gives their results in the order of the items. */

/**
 * @param ahead how much may be under way or done but not yet taken, at least 1
 * @param task must not reject; a failure is a result of its own
 * @param weightOf an item's share of `ahead`
 */
export async function* mapInOrder<Item, Result>(
  items: AsyncIterable<Item> | Iterable<Item>,
  ahead: number,
  task: (item: Item) => Promise<Result>,
  weightOf: (item: Item) => number = () => 1,
): AsyncGenerator<{ item: Item; result: Result }> {
  const started: { item: Item; result: Promise<Result> }[] = [];
  let weight = 0;
  for await (const item of items) {
    started.push({ item, result: task(item) });
    weight += weightOf(item);
    while (weight >= ahead) {
      const first = started.shift();
      if (!first) break;
      yield { item: first.item, result: await first.result };
      weight -= weightOf(first.item);
    }
  }
  for (const { item, result } of started) yield { item, result: await result };
}
