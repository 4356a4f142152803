/** The sample photos that the page offers: one of each kind and one of no waste, and how one is fetched. */
import type { SamplePhoto } from '../components/sample-row';
import { CodedError } from '../domain/coded-error';

const FOLDER = 'samples/';

export const SAMPLE_SOURCES_HREF = `${FOLDER}SOURCES.md`;

export const SAMPLES: readonly SamplePhoto[] = [
  { name: 'battery-1.jpg', shows: 'battery' },
  { name: 'clothes-1.jpg', shows: 'clothes' },
  { name: 'e-waste-2.jpg', shows: 'e-waste' },
  { name: 'glass-3.jpg', shows: 'glass' },
  { name: 'light-bulb-1.jpg', shows: 'light-bulb' },
  { name: 'metal-1.jpg', shows: 'metal' },
  { name: 'organic-3.jpg', shows: 'organic' },
  { name: 'plastic-3.jpg', shows: 'plastic' },
  { name: 'other-2.jpg', shows: 'other' },
];

export async function fetchSample(name: string): Promise<File> {
  const response = await fetch(FOLDER + name);
  if (!response.ok) throw new CodedError('file-unreadable', `${name}: HTTP ${response.status}`);
  const photo = await response.blob();
  return new File([photo], name, { type: photo.type });
}
