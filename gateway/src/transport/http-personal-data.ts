import { forbidden } from "@convene/shared/errors";
import { personalAnswerSchema } from "@convene/shared/personal-data/personal-table";
import { PERSONAL_DATA_PATH } from "@convene/shared/server/internal-routes";
import type { PersonalDataSource } from "../http/personal-data-endpoint.ts";
import type { SignedClient } from "./signed-client.ts";

/** What a service in another process holds of a person. */
export const httpPersonalData =
  (client: SignedClient): PersonalDataSource =>
  async (viewer, subject, { requestId, client: from }) => {
    const { service } = client.address;
    const { status, text } = await client.send({
      method: "POST",
      path: PERSONAL_DATA_PATH,
      body: JSON.stringify(subject),
      viewer,
      requestId: requestId ?? `personal-data-${service}`,
      client: from,
    });
    if (status === 403) throw forbidden("Only they themselves are told what is held of a person");
    if (status !== 200) throw new Error(`${service} answered ${status} to ${PERSONAL_DATA_PATH}`);
    return personalAnswerSchema.parse(JSON.parse(text));
  };
