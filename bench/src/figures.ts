/** `median (least – most)`, in the unit given. */
export function spread(values: readonly number[], unit: string, digits = 1): string {
  const sorted = [...values].sort((one, other) => one - other);
  const [least, median, most] = [0, Math.floor((sorted.length - 1) / 2), sorted.length - 1].map(
    (index) => (sorted[index] ?? Number.NaN).toFixed(digits),
  );
  return `${median ?? ""} ${unit} (${least ?? ""} – ${most ?? ""})`;
}

export const print = (line: string): void => void process.stdout.write(`${line}\n`);
