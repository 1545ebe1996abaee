import { readServiceConfig } from "@convene/shared/server/serve-alone";

export const readConfig = () => readServiceConfig(process.env);
