// What of `Temporal` the official client's declarations name. TypeScript's own libraries do not have it yet; without it those
// parameters would be of any type, and comparing them would prove nothing.
declare namespace Temporal {
  interface Instant {
    readonly epochMilliseconds: number
    readonly epochNanoseconds: bigint
    toJSON(): string
  }
}
