/** A component whose code comes when it is first drawn. When it does not come, a sentence and another try stand in its place. */
import { type ComponentType, type ReactNode, useEffect, useState } from 'react';
import { FailureNotice } from './failure-notice';

/**
 * Unlike React's `lazy`, which keeps a failure for ever and breaks the whole page by it.
 *
 * @param fallback what stands there meanwhile
 */
export function lazyPart<Props extends object>(
  load: () => Promise<ComponentType<Props>>,
  fallback: ReactNode = null,
): ComponentType<Props> {
  let kept: ComponentType<Props> | undefined;
  return function LazyPart(props: Props) {
    const [Part, setPart] = useState(() => kept);
    const [hasFailed, setHasFailed] = useState(false);
    useEffect(() => {
      if (Part || hasFailed) return;
      load().then(
        (loaded) => {
          kept = loaded;
          setPart(() => loaded);
        },
        () => setHasFailed(true),
      );
    }, [Part, hasFailed]);
    if (Part) return <Part {...props} />;
    if (!hasFailed) return fallback;
    return <FailureNotice code="part-unreachable" onRetry={() => setHasFailed(false)} />;
  };
}
