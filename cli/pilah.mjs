#!/usr/bin/env node
/** The command `pilah` of a clone: has tsx read TypeScript in this process, so that a signal reaches what works. */
import { register } from 'tsx/esm/api';

register();
await import('./main.ts');
