import { connectionOf } from "@convene/shared/connection/connection";
import { Message } from "./message.entity.ts";

export const MessageConnection = connectionOf(() => Message, { name: "Message" });
