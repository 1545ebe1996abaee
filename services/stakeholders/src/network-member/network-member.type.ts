import { connectionOf } from "@convene/shared/connection/connection";
import { NetworkMember } from "./network-member.entity.ts";

export const NetworkMemberConnection = connectionOf(() => NetworkMember, {
  name: "NetworkMember",
});
