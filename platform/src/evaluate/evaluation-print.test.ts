import { PassThrough } from "node:stream";
import { text } from "node:stream/consumers";
import { type EvaluationReport, printJson, printTable } from "./evaluation-print.ts";

const small = { auc: 0.25, mrr: 0.125, hitsAt10: 0.0625 };
const figures = { auc: 0.75, mrr: 0.5, hitsAt10: 1, small };
const intervals = { auc: [0.7, 0.8], mrr: [0.4, 0.6], hitsAt10: [0.9, 1] } as const;
const report = { set: "a-network", methods: [{ method: "convene", ...figures, intervals }] };

async function printed(print: (report: EvaluationReport, output: PassThrough) => void) {
  const output = new PassThrough();
  print(report, output);
  output.end();
  return text(output);
}

it("tells programs the figures of each method in one object, and nothing else", async () => {
  expect(await printed(printJson)).toBe(
    `{"set":"a-network","methods":[{"method":"convene","auc":0.75,"mrr":0.5,"hitsAt10":1,` +
      `"small":{"auc":0.25,"mrr":0.125,"hitsAt10":0.0625}}]}\n`,
  );
});

it("tells people the intervals too", async () => {
  const [head, line] = (await printed(printTable)).split("\n");
  expect(head).toMatch(/^a-network +AUC +MRR +hits@10 +small AUC/);
  expect(line).toMatch(/^convene +0\.750 \(0\.700 – 0\.800\) +0\.500 \(0\.400 – 0\.600\) /);
});
