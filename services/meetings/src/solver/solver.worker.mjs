/*
 * Solves models in a thread of its own: the solver computes without a pause, and the event loop is
 * not to wait for it. Plain JavaScript, so that it starts without a compiler.
 */
import { parentPort, workerData } from "node:worker_threads";
import loadHighs from "highs";

const highs = loadHighs({
  // Compiled once for all threads, which takes longer than many a model.
  instantiateWasm: (imports, done) => {
    void WebAssembly.instantiate(workerData, imports).then((made) => done(made, workerData));
    return {};
  },
});

parentPort.on("message", async ({ model, seconds }) => {
  const solver = await highs;
  try {
    const { Status, ObjectiveValue, Columns } = solver.solve(model, {
      time_limit: seconds,
      mip_rel_gap: 0,
      // All that is counted is whole: what is nearer than one is the best.
      mip_abs_gap: 0.99,
      random_seed: 1,
    });
    const values = Object.entries(Columns).map(([name, { Primal }]) => [name, Primal ?? null]);
    parentPort.postMessage({ status: Status, objective: ObjectiveValue, values });
  } catch (error) {
    parentPort.postMessage({ failure: String(error) });
  }
});
