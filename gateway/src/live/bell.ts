/** Rung by whoever has news; one waits for it, for a time. A ring that nobody waited for is kept. */
export class Bell {
  private rung = true;
  private wake = (): void => undefined;

  readonly ring = (): void => {
    this.rung = true;
    this.wake();
  };

  /** Whether it was rung since this was last asked. */
  take(): boolean {
    const { rung } = this;
    this.rung = false;
    return rung;
  }

  async wait(milliseconds: number): Promise<void> {
    if (this.rung) return;
    let timer: NodeJS.Timeout | undefined;
    await new Promise<void>((resolve) => {
      this.wake = resolve;
      timer = setTimeout(resolve, milliseconds);
    });
    clearTimeout(timer);
  }
}
