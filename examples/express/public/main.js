/** Fills in the kind when a photo is chosen. Whatever goes wrong, the person can choose it and send the form. */
import { load, PilahError } from './pilah/pilah.js';

/** What a person can do something about has a sentence of its own. */
const SENTENCES = {
  'not-jpeg-or-png': 'This is no JPEG or PNG photo.',
  'file-unreadable': 'This file cannot be read. Choose it again.',
  'photo-damaged': 'This photo is damaged. Try another one.',
  'photo-too-large': 'This photo has too many pixels.',
};

const { photo: input, kind: select } = document.forms[0].elements;
const download = document.querySelector('progress');
const status = document.querySelector('[role=status]');

let loading;
let job = new AbortController();

input.addEventListener('change', () => {
  const [photo] = input.files;
  if (photo) void fillIn(photo);
});
// What the person says counts: an answer that comes later changes nothing.
select.addEventListener('change', () => job.abort());

async function fillIn(photo) {
  job.abort();
  job = new AbortController();
  const { signal } = job;
  select.value = '';
  status.textContent = 'Looking …';
  signal.addEventListener('abort', () => {
    status.textContent = '';
  });
  try {
    const pilah = await loadOnce();
    const { class: kind, probability, verdict } = await pilah.classify(photo, { signal });
    if (verdict === 'not-waste') {
      status.textContent = 'This does not look like waste. Choose the kind yourself.';
      return;
    }
    select.value = kind;
    status.textContent = `Filled in, ${Math.round(probability * 100)} % certain. Change it if it is wrong.`;
  } catch (error) {
    if (!signal.aborted) status.textContent = sentenceFor(error);
  }
}

/** After a failure the next photo tries again. */
function loadOnce() {
  loading ??= load({ onProgress: showProgress })
    .catch((error) => {
      loading = undefined;
      throw error;
    })
    .finally(() => {
      download.hidden = true;
    });
  return loading;
}

function showProgress({ loadedBytes, totalBytes }) {
  download.hidden = false;
  download.max = totalBytes;
  download.value = loadedBytes;
}

function sentenceFor(error) {
  if (!(error instanceof PilahError)) throw error;
  return SENTENCES[error.code] ?? 'The photo could not be looked at. Choose the kind yourself.';
}
