import { connectionOf } from "@convene/shared/connection/connection";
import { IntroductionRequest } from "./introduction-request.entity.ts";

export const IntroductionRequestConnection = connectionOf(() => IntroductionRequest, {
  name: "IntroductionRequest",
});
