/** Beside the style of all pages. Choices are as tall as a thumb, and wrap on a narrow phone. */
export const POLL_STYLE = `
fieldset.slot { margin: 0; padding: 1rem 0 .5rem; border-top: 1px solid var(--hair); }
fieldset.slot legend { float: inline-start; width: 100%; text-wrap: balance; }
.choices { clear: both; display: flex; flex-wrap: wrap; gap: 0 1.5rem; }
.choices .choice { min-height: 2.75rem; margin: 0; cursor: pointer; }
.choice input { width: 1.35rem; height: 1.35rem; padding: 0; accent-color: var(--blue); flex: none; }
.choice:has(:checked) { font-weight: 600; }
.notice { padding: .75rem 1rem; border: 1px solid var(--line); border-radius: .5rem; }
form > button { margin: 1rem 0; }
.zone { padding-top: 1rem; border-top: 1px solid var(--hair); }
.zone select { margin-bottom: .75rem; }
`;
