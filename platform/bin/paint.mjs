const CODES = { red: 31, green: 32, cyan: 36, dim: 2 };

const { env } = process;

/** https://no-color.org and its opposite; a log file stays plain. */
const colourful = env.NO_COLOR ? false : Boolean(env.FORCE_COLOR) || process.stderr.isTTY === true;

/** By hand, because no package is installed yet when this is needed. */
export const paint = (colour, text) =>
  colourful ? `\u001B[${CODES[colour]}m${text}\u001B[0m` : text;
