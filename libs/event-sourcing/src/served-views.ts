/** Which collection readers of each view read. Every adapter passes `servedViewsContract` of @annals/testing. */
export abstract class ServedViews {
  /** Atomically makes readers of a view read this collection. */
  abstract serve(view: string, collection: string): Promise<void>;

  /** The collection that readers of a view read, `undefined` before the first `serve`. */
  abstract served(view: string): Promise<string | undefined>;

  /** The collections that readers of all views read, by view, at the cost of one. */
  abstract servedByView(): Promise<ReadonlyMap<string, string>>;
}
