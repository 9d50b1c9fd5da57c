/** When a customer changes its lifecycle state; README has the rules in words. */
export type LifecycleThresholds = {
  /** Mature from so many deals won within so many days, or from so long a relation on. */
  readonly mature: { readonly wonDeals: number; readonly withinDays: number; readonly tenureMonths: number };
  /** Declining after so many days without any activity, or with so many unresolved complaints. */
  readonly declining: { readonly silentDays: number; readonly unresolvedComplaints: number };
};
