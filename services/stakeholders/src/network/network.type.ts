import { connectionOf } from "@convene/shared/connection/connection";
import { Network } from "./network.entity.ts";

export const NetworkConnection = connectionOf(() => Network, { name: "Network" });
