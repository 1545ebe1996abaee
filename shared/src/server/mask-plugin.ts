import type { ApolloServerPlugin } from "@apollo/server";
import { isUnwanted } from "../database/wanted.ts";
import { type ErrorLog, maskError } from "../error-masking.ts";
import type { ServiceLog } from "../service/service-definition.ts";
import type { ServiceContext } from "../subgraph/service-context.ts";

/**
 * The rule of `maskError`, with the request id, which Apollo's `formatError` is not told. A request
 * that does not fit is answered by a result like any other (status 200), as in process: for the
 * gateway another status means that the service is out of order.
 */
export const maskPlugin = (log: ServiceLog): ApolloServerPlugin<ServiceContext> => ({
  requestDidStart: () =>
    Promise.resolve({
      willSendResponse: ({ contextValue, document, errors, response }) => {
        if (errors && response.body.kind === "single") {
          const { requestId } = contextValue;
          // That the statements of one who has left were given up is no news.
          const masking = { requestId, log: isUnwanted() ? nobody : log, document };
          response.body.singleResult.errors = errors.map((error) => maskError(error, masking));
          if (response.http.status === 400) response.http.status = 200;
        }
        return Promise.resolve();
      },
    }),
});

const nobody: ErrorLog = { error: () => undefined };
