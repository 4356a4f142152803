/** Sends the form and the package's files under a strict content policy, and receives photo and kind. */
import { fileURLToPath } from 'node:url';
import express from 'express';
import multer from 'multer';

/** What a browser sends is a claim: only what is on this list is taken. */
const KINDS = [
  'battery',
  'clothes',
  'e-waste',
  'glass',
  'light-bulb',
  'metal',
  'organic',
  'paper',
  'plastic',
];
const POLICY = [
  "default-src 'none'",
  "script-src 'self' 'wasm-unsafe-eval'",
  "worker-src 'self'",
  "connect-src 'self'",
  "base-uri 'none'",
  "form-action 'self'",
].join('; ');
const folder = (address) => fileURLToPath(new URL('.', address));

const app = express();
const upload = multer({ storage: multer.memoryStorage(), limits: { fileSize: 20_000_000 } });

app.use((_, response, next) => {
  response.set('Content-Security-Policy', POLICY);
  next();
});
app.use(express.static(fileURLToPath(new URL('public', import.meta.url))));
app.use('/pilah', express.static(folder(import.meta.resolve('pilah'))));

app.post('/report', upload.single('photo'), ({ body, file }, response) => {
  if (!file || !KINDS.includes(body.kind)) {
    response.status(400).send('A photo and one of the nine kinds are needed.');
    return;
  }
  response.send(`Received: ${body.kind}, a photo of ${file.size} bytes.`);
});

const port = Number(process.env.PORT ?? 8080);
app.listen(port, 'localhost', () => console.log(`http://localhost:${port}`));
