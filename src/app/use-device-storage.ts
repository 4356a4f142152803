/** What the browser says of the space that this page takes on the device; asked anew when that may have changed. */
import { useEffect, useState } from 'react';
import type { DeviceStorage } from '../components/device-section';

/** @param moment what it depends on */
export function useDeviceStorage(moment: string): DeviceStorage | undefined {
  const [storage, setStorage] = useState<DeviceStorage>();
  // biome-ignore lint/correctness/useExhaustiveDependencies: the moment says when to ask, not what
  useEffect(() => {
    let isCurrent = true;
    askStorage().then(
      (answer) => isCurrent && setStorage(answer),
      () => {}, // denied
    );
    return () => {
      isCurrent = false;
    };
  }, [moment]);
  return storage;
}

/** Undefined in browsers that do not say, and where the page is no secure context. */
async function askStorage(): Promise<DeviceStorage | undefined> {
  const { usage, quota } = (await navigator.storage?.estimate?.()) ?? {};
  if (usage === undefined || quota === undefined) return undefined;
  const isPersisted = (await navigator.storage.persisted?.()) ?? false;
  return { usedBytes: usage, quotaBytes: quota, isPersisted };
}
