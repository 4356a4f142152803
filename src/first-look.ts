/**
 * Sets language and look before anything is drawn, and hides the first words on any other screen than theirs.
 * The build writes this file into index.html, since nothing may be painted before it has run.
 */
import { parseRoute } from './app/route';
import { keptTheme } from './app/theme';
import { firstLanguage } from './content/language';
import { allowOwnScripts } from './domain/own-scripts';
import { readChoice } from './state/stored-choice';

// Here, because no other script runs earlier.
allowOwnScripts(window);

const page = document.documentElement;
const storage = () => window.localStorage;
const isDark = window.matchMedia('(prefers-color-scheme: dark)').matches;

page.lang = firstLanguage(readChoice(storage, 'language'), navigator.languages);
page.dataset.theme = keptTheme(readChoice(storage, 'theme')) ?? (isDark ? 'dark' : 'light');
if (parseRoute(window.location.hash).kind !== 'sort') page.dataset.screen = 'other';
