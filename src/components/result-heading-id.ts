/** The id that ties a result card to its heading, whichever verdict draws it. */
export const RESULT_HEADING_ID = 'result-heading';
