/** In the page itself, so that it looks right on the slowest line; light and dark as wished. */
export const STYLE = `
:root { --paper: #f6f4ef; --card: #fff; --ink: #1d2733; --soft: #56616d; --line: #8a94a0;
  --hair: #dcdfe3; --blue: #0b5cad; --blue-ink: #fff; --red: #a3211b; --wash: #fdecea; --sun: #e7a83b; }
@media (prefers-color-scheme: dark) {
  :root { --paper: #12171d; --card: #1b222a; --ink: #e8ecf0; --soft: #a9b4bf; --line: #77828e;
    --hair: #323c46; --blue: #7db7f2; --blue-ink: #0d1a27; --red: #ff9d94; --wash: #3a1e1c; }
}
* { box-sizing: border-box; }
body { margin: 0; min-height: 100vh; min-height: 100dvh; display: flex; flex-direction: column;
  align-items: center; gap: 1.5rem; padding: 1.5rem 1rem; background: var(--paper);
  color: var(--ink); font: 1.0625rem/1.55 system-ui, "Segoe UI", Roboto, "Noto Sans", sans-serif; }
header { width: 100%; max-width: 30rem; display: flex; align-items: center; gap: .6rem;
  font-weight: 650; letter-spacing: .01em; }
.mark { width: 1.5rem; height: 1.5rem; border-radius: 50%;
  background: radial-gradient(circle at 50% 50%, var(--sun) 0 24%, transparent 25% 45%, var(--blue) 46%); }
main { width: 100%; max-width: 30rem; background: var(--card); border: 1px solid var(--hair);
  border-radius: 1rem; padding: clamp(1.25rem, 5vw, 2.25rem); box-shadow: 0 1px 2px #0000000d, 0 8px 24px #0000000f; }
@media (min-width: 40rem) { body { padding-top: 9vh; } }
h1 { margin: 0 0 .75rem; font-size: 1.6rem; line-height: 1.2; letter-spacing: -.01em; text-wrap: balance; }
h2 { margin: 1.75rem 0 .25rem; font-size: 1.0625rem; }
p { margin: 0 0 1rem; overflow-wrap: anywhere; }
main > :last-child, form > :last-child { margin-bottom: 0; }
.picture svg { display: block; width: 12rem; max-width: 100%; height: auto; margin: 0 auto 1rem; border-radius: .5rem; }
.codes { columns: 2; } .codes li { border: 0; padding: .2rem 0; }
code { font: .9375rem ui-monospace, monospace; overflow-wrap: anywhere; }
.below { margin-top: 1.25rem; }
.soft, .hint, footer { color: var(--soft); }
.hint { margin: 0 0 .35rem; font-size: .9375rem; }
.field { margin: 0 0 1.25rem; }
label { display: block; font-weight: 600; margin-bottom: .25rem; }
input, select, textarea { width: 100%; min-height: 2.9rem; padding: .5rem .75rem; font: inherit; color: inherit;
  background: transparent; border: 1px solid var(--line); border-radius: .5rem; }
select { appearance: none; padding-inline-end: 2.25rem; background-repeat: no-repeat;
  background-image: linear-gradient(45deg, transparent 50%, var(--soft) 50%), linear-gradient(135deg, var(--soft) 50%, transparent 50%);
  background-size: 6px 6px; background-position: right 20px center, right 14px center; }
[dir="rtl"] select { background-position: left 20px center, left 14px center;
  background-image: linear-gradient(135deg, var(--soft) 50%, transparent 50%), linear-gradient(45deg, transparent 50%, var(--soft) 50%); }
select option { color: #1d2733; background: #fff; }
fieldset { border: 0; padding: 0; margin-inline: 0; }
legend { padding: 0; font-weight: 600; margin-bottom: .25rem; }
.choice { display: flex; align-items: center; gap: .6rem; font-weight: 400; }
.choice input { width: 1.2rem; min-height: 1.2rem; margin: 0; }
input[aria-invalid] { border-color: var(--red); border-width: 2px; }
button { width: 100%; min-height: 2.9rem; padding: .5rem 1.25rem; font: inherit; font-weight: 600;
  color: var(--blue-ink); background: var(--blue); border: 1px solid var(--blue); border-radius: .5rem; cursor: pointer; }
button:hover { filter: brightness(1.08); }
button.danger { background: var(--red); border-color: var(--red); }
button.quiet { color: var(--ink); background: transparent; border-color: var(--line); }
form + form { margin-top: .75rem; }
:focus-visible { outline: 3px solid var(--sun); outline-offset: 2px; }
a { color: var(--blue); text-underline-offset: .15em; }
.alert, .problem { color: var(--red); }
.problem { margin: .35rem 0 0; }
.alert { padding: .75rem 1rem; background: var(--wash); border-radius: .5rem; }
dl { margin: 0 0 1rem; display: grid; grid-template-columns: auto 1fr; gap: .25rem 1rem; }
dt { color: var(--soft); } dd { margin: 0; overflow-wrap: anywhere; }
ul { margin: 0 0 1.25rem; padding: 0; list-style: none; }
li { padding: .6rem 0; border-bottom: 1px solid var(--hair); overflow-wrap: anywhere; }
li .soft { display: block; font-size: .9375rem; }
footer { font-size: .875rem; text-align: center; }
`;
