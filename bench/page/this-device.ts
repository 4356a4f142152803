/** What the browser says of the device. */
import type { Device } from './engine-catalogue';

export function thisDevice(): Device {
  return {
    cores: navigator.hardwareConcurrency,
    // WebKitGTK claims isolation and has no SharedArrayBuffer.
    isIsolated: crossOriginIsolated && typeof SharedArrayBuffer === 'function',
  };
}
