/** The shortest way: the model loads at once, each chosen photo becomes a line. */
import { load } from 'pilah';

const input = document.querySelector('input');
const status = document.querySelector('[role=status]');
const loading = load();
loading.catch(say); // even if no photo is ever chosen

input.addEventListener('change', async () => {
  status.textContent = 'Looking …';
  try {
    const pilah = await loading;
    const { class: kind, probability } = await pilah.classify(input.files[0]);
    status.textContent = `${kind}, ${Math.round(probability * 100)} %`;
  } catch (error) {
    say(error);
  }
});

function say({ code }) {
  status.textContent = `This did not work (${code}).`;
}
