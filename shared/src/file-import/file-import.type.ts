import { connectionOf } from "../connection/connection.ts";
import { ImportProblem } from "./import-problem.entity.ts";

export const ImportProblemConnection = connectionOf(() => ImportProblem, {
  name: "ImportProblem",
  shareable: true,
});
