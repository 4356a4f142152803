/** A camera's live stream while a component is there: which camera, its light, and why there is none. */
import { useEffect, useState } from 'react';
import type { ErrorCode } from '../domain/coded-error';

export type CameraErrorCode = Extract<ErrorCode, `camera-${string}`>;

export type CameraState =
  /** Asking for permission, or starting. */
  | { kind: 'starting' }
  | { kind: 'live'; stream: MediaStream; hasOthers: boolean; torch: 'none' | 'off' | 'on' }
  | { kind: 'failed'; code: CameraErrorCode };

export interface Camera {
  state: CameraState;
  /** To the next camera, after the last to the first. */
  switchCamera: () => void;
  toggleTorch: () => void;
}

/** Ideal only: a laptop's one camera looks the other way. */
const BACK_CAMERA: MediaTrackConstraints = { facingMode: { ideal: 'environment' } };
/** More than the network sees, so that what is kept of the photo is worth keeping. */
const SIZE: MediaTrackConstraints = { width: { ideal: 1920 }, height: { ideal: 1440 } };

export function useCamera(): Camera {
  const [deviceId, setDeviceId] = useState<string>();
  const [state, setState] = useState<CameraState>({ kind: 'starting' });

  useEffect(() => {
    let isLeft = false;
    let opened: MediaStream | undefined;
    setState({ kind: 'starting' });
    openCamera(deviceId)
      .then(async (stream) => {
        opened = stream;
        if (isLeft) return stop(stream);
        const [track] = stream.getVideoTracks();
        track?.addEventListener('ended', () => setState({ kind: 'failed', code: 'camera-busy' }));
        const hasOthers = (await videoDevices()).length > 1;
        if (!isLeft)
          setState({ kind: 'live', stream, hasOthers, torch: hasTorch(track) ? 'off' : 'none' });
      })
      .catch((error: unknown) => {
        if (!isLeft) setState({ kind: 'failed', code: toCameraError(error) });
      });
    return () => {
      isLeft = true;
      if (opened) stop(opened);
    };
  }, [deviceId]);

  async function switchCamera(): Promise<void> {
    if (state.kind !== 'live') return;
    const current = state.stream.getVideoTracks()[0]?.getSettings().deviceId;
    const devices = await videoDevices();
    const index = devices.findIndex((device) => device.deviceId === current);
    setDeviceId(devices[(index + 1) % devices.length]?.deviceId);
  }

  async function toggleTorch(): Promise<void> {
    if (state.kind !== 'live' || state.torch === 'none') return;
    const isOn = state.torch === 'off';
    // TypeScript's DOM types do not know the torch: https://www.w3.org/TR/image-capture/#torch
    const light = { torch: isOn } as MediaTrackConstraintSet;
    await state.stream.getVideoTracks()[0]?.applyConstraints({ advanced: [light] });
    setState({ ...state, torch: isOn ? 'on' : 'off' });
  }

  return {
    state,
    switchCamera: () => void switchCamera(),
    // A light that refuses stays as it is.
    toggleTorch: () => void toggleTorch().catch(() => {}),
  };
}

async function openCamera(deviceId: string | undefined): Promise<MediaStream> {
  // Missing where the page is no secure context.
  if (!navigator.mediaDevices) throw new DOMException('no mediaDevices', 'NotFoundError');
  const camera = deviceId === undefined ? BACK_CAMERA : { deviceId: { exact: deviceId } };
  return navigator.mediaDevices.getUserMedia({ video: { ...SIZE, ...camera } });
}

async function videoDevices(): Promise<MediaDeviceInfo[]> {
  const devices = await navigator.mediaDevices.enumerateDevices();
  return devices.filter(({ kind }) => kind === 'videoinput');
}

function hasTorch(track: MediaStreamTrack | undefined): boolean {
  const capabilities = track?.getCapabilities?.() ?? {};
  return 'torch' in capabilities && Boolean(capabilities.torch);
}

function stop(stream: MediaStream): void {
  for (const track of stream.getTracks()) track.stop();
}

function toCameraError(error: unknown): CameraErrorCode {
  switch (error instanceof DOMException ? error.name : '') {
    case 'NotAllowedError':
    case 'SecurityError':
      return 'camera-denied';
    case 'NotFoundError':
    case 'OverconstrainedError':
      return 'camera-missing';
    default:
      return 'camera-busy';
  }
}
