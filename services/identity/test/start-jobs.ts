import { wakeWord } from "@convene/shared/job/job-queue";
import type { Service } from "@convene/shared/service/service";

/** Starts the service, whose jobs are done at once although no server tells it of them. */
export const startJobs = (service: Service): Promise<void> =>
  service.start({
    onChange: (wake) => {
      const timer = setInterval(() => {
        wake(wakeWord(service.source));
      }, 100);
      return () => {
        clearInterval(timer);
      };
    },
  });
