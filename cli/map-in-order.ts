/** Runs a bounded number of tasks at once and gives their results in the order of the items. */

/**
 * @param ahead how many items may be under way or done but not yet taken, at least 1
 * @param task must not reject; a failure is a result of its own
 */
export async function* mapInOrder<Item, Result>(
  items: Iterable<Item>,
  ahead: number,
  task: (item: Item) => Promise<Result>,
): AsyncGenerator<{ item: Item; result: Result }> {
  const started: { item: Item; result: Promise<Result> }[] = [];
  for (const item of items) {
    started.push({ item, result: task(item) });
    if (started.length < ahead) continue;
    const first = started.shift();
    if (first) yield { item: first.item, result: await first.result };
  }
  for (const { item, result } of started) yield { item, result: await result };
}
