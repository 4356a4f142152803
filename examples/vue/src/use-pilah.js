/** The model for as long as a component is there: its worker ends with it, and so does a download that is under way. */
import { load } from 'pilah';
import { onMounted, onUnmounted, shallowRef } from 'vue';

/** Plain references: a proxy around the model would get into its way. */
export function usePilah() {
  const pilah = shallowRef(null);
  const progress = shallowRef(null);
  const failure = shallowRef(null);
  const stop = new AbortController();

  onMounted(async () => {
    const onProgress = (now) => {
      progress.value = now;
    };
    try {
      pilah.value = await load({ signal: stop.signal, onProgress });
    } catch (error) {
      failure.value = error;
    }
    if (stop.signal.aborted) pilah.value?.dispose();
  });

  onUnmounted(() => {
    stop.abort();
    pilah.value?.dispose();
  });

  return { pilah, progress, failure };
}
