import { connectionOf } from "@convene/shared/connection/connection";
import { NetworkJoinRequest } from "./network-join-request.entity.ts";

export const NetworkJoinRequestConnection = connectionOf(() => NetworkJoinRequest, {
  name: "NetworkJoinRequest",
});
