import type { Instant } from '../module/instant.js';
import type { WebRequest, WebRequestInit, WebResponse, WebURL } from '../module/web-types.js';
/** A brand that the fake has locks of, by the name of its provider. */
export type FakeBrand = 'august' | 'schlage' | 'yale' | 'igloohome' | 'ttlock' | 'nuki' | 'kwikset' | 'smartthings' | 'salto_ks' | 'dormakaba_oracode';
/** A lock that is to be there. */
export interface FakeDeviceOptions {
    /** Default: `august`. */
    brand?: FakeBrand | undefined;
    /** Default: a random UUID. */
    deviceId?: string | undefined;
    /** Name for people. Default: that of the brand. */
    name?: string | undefined;
    /** How many codes the lock holds. Default: as many as a lock of the brand. */
    slots?: number | undefined;
    /** IANA time zone, as `America/Los_Angeles`. Default: the device does not say. */
    timeZone?: string | undefined;
}
/** What a fake begins with. */
export interface FakeSeamOptions {
    /** The locks. Default: one of August. */
    devices?: readonly FakeDeviceOptions[] | undefined;
    /** The time at the beginning: a `Date`, ms since 1970 or RFC 3339 text. Default: the device's clock. */
    now?: Instant | undefined;
    /** Decides IDs, PINs and what is random: the same seed and the same calls give the same. A whole number of 0 or more. Default: 0. */
    seed?: number | undefined;
    /** Whether time runs by itself, or only by `advance`. Default: `running`. */
    clock?: 'running' | 'frozen' | undefined;
}
/** What happens to requests on the network. */
export type NetworkDisturbance = {
    /** The requests of this path alone, as `/access_codes/create`. Default: of every path. */
    path?: string | undefined;
    /** How many of those that come next. Default: 1. */
    times?: number | undefined;
} & ({
    /**
     * - `lost_before`: nothing is done, and no reply comes.
     * - `lost_after`: the work is done, and the reply is lost.
     * - `cut_body`: the work is done, and the reply breaks off.
     */
    fault: 'lost_before' | 'lost_after' | 'cut_body';
} | {
    /** The work is done, and the reply comes `ms` later. */
    fault: 'slow';
    ms: number;
} | {
    /** Refused with 429, and so many `seconds` in `Retry-After`. */
    fault: 'too_many_requests';
    seconds: number;
} | {
    /** Refused with a `status` from 500 to 599. */
    fault: 'server_error';
    status: number;
});
/** A request that a fake was asked, without its parameters. */
export interface FakeLogLine {
    /** When, in ms since 1970, by the fake's clock. */
    at: number;
    /** The HTTP method. */
    method: string;
    /** The path of the request, as `/access_codes/create`. */
    path: string;
    /** The HTTP status; 0 where no reply came. */
    status: number;
    /** `error.type` of a refusal, or the `fault` of the network; empty otherwise. */
    error: string;
}
/** An attempt to deliver an event to a webhook, and what came of it. */
export interface FakeDelivery {
    /** ID of the webhook. */
    webhookId: string;
    /** Where it was delivered to. */
    url: string;
    /** Type of the event, as `access_code.set_on_device`. */
    eventType: string;
    /** Which attempt it was, from 1. Whatever is not acknowledged comes again after 5 s, 5 min, 30 min, 2 h, 5 h, 10 h and 10 h. */
    attempt: number;
    /** The HTTP status; 0 where no answer came. 200 to 299 acknowledges. */
    status: number;
}
/** What receives webhooks: a function as Workers, Deno, Bun and most frameworks have it. Returning nothing is a 204. */
export type FakeWebhookReceiver = (request: WebRequest) => WebResponse | undefined | void | Promise<WebResponse | undefined | void>;
/** A lock of a fake. Each control acts at once, and throws a `TypeError` that names it and says what was wrong. */
export interface FakeLock {
    /** ID of its device. */
    readonly deviceId: string;
    /** The lock loses its connection: it keeps its codes, takes none and drops none. */
    goOffline(): void;
    /** The lock is connected again: Seam sees what was done at the keypad, and does what was left undone. */
    goOnline(): void;
    /** The lock's hub loses its connection. */
    loseHub(): void;
    /** The lock's hub is connected again. */
    findHub(): void;
    /** How long the lock takes, in ms: to take a code (default 5,000), to drop one (5,000), to lock or unlock (1,000). */
    setDelays(delays: {
        setting?: number | undefined;
        removing?: number | undefined;
        answering?: number | undefined;
    }): void;
    /** From now on the lock holds at most so many codes. */
    setSlots(slots: number): void;
    /** From now on the lock refuses every PIN, as one whose rules Seam does not know. */
    refuseCodes(): void;
    /** The lock takes PINs again, those that it has refused too. */
    acceptCodes(): void;
    /** The battery is at a level from 0 to 1. */
    setBattery(level: number): void;
    /** Somebody sets a PIN at the keypad. */
    addCode(code: string, name?: string | undefined): void;
    /** Somebody changes the PIN of an access code at the keypad. */
    changeCode(accessCodeId: string, code: string): void;
    /** Somebody deletes an access code at the keypad. */
    deleteCode(accessCodeId: string): void;
    /** Somebody turns the bolt by hand. */
    turn(position: 'locked' | 'unlocked'): void;
    /** Somebody types a PIN. Whether the door opens. */
    enter(code: string): boolean;
    /** Whether the lock itself holds this access code with this PIN, whatever Seam believes. */
    holds(accessCodeId: string, code: string): boolean;
}
/** A fake of Seam. Each control throws a `TypeError` that names it where it was used wrongly. */
export interface FakeSeam {
    /** Key of the workspace, for the option `apiKey` of a client. */
    readonly apiKey: string;
    /** For `SeamHttp.fromPublishableKey`. */
    readonly publishableKey: string;
    /** For the option `personalAccessToken` of a client, together with `workspaceId`. */
    readonly personalAccessToken: string;
    /** For the option `consoleSessionToken` of a client, together with `workspaceId`. */
    readonly consoleSessionToken: string;
    /** ID of the workspace. */
    readonly workspaceId: string;
    /** For the option `fetch` of a client, or for what intercepts requests, as msw. Sends nothing anywhere. */
    readonly fetch: (url: string | WebURL | WebRequest, init?: WebRequestInit | undefined) => Promise<WebResponse>;
    /** The locks, in the order in which they were added. */
    readonly locks: readonly FakeLock[];
    /** Every request so far. */
    readonly log: readonly FakeLogLine[];
    /** The time of the fake, in ms since 1970. */
    readonly now: number;
    /** Lets so many ms pass at once: what happens on the way happens at its own time. */
    advance(ms: number): void;
    /** The lock of a device. */
    lock(deviceId: string): FakeLock;
    /** Adds a lock. */
    addLock(options?: FakeDeviceOptions | undefined): FakeLock;
    /** Has the next requests meet a fault. */
    disturb(disturbance: NetworkDisturbance): void;
    /** From now on such a share of the requests, from 0 to 1, meets a fault at random. */
    disturbAtRandom(share: number): void;
    /** From now on each event is listed, and goes out to webhooks, only after a random time of at most so many ms: late, and out of order. Up to 49 days. */
    delayEvents(ms: number): void;
    /** From now on each event comes to its webhooks so many times more: 0 to 1,000. */
    repeatEvents(times: number): void;
    /**
     * Delivers the events that are due to the webhooks that want them, one after another: to `receive`, or else to the URL of each webhook by the
     * runtime's `fetch`. Resolves when all are answered. What is not acknowledged is due again later, by the fake's clock.
     *
     * They are signed as Seam signs them, at the device's time, so receivers take them however far the fake's clock is ahead.
     *
     * @throws What `receive` throws, after all have been delivered; it counts as a 500.
     */
    deliverWebhooks(receive?: FakeWebhookReceiver | undefined): Promise<FakeDelivery[]>;
    /** The connected account loses its login. */
    disconnectAccount(connectedAccountId: string): void;
    /** The connected account has its login again. */
    reconnectAccount(connectedAccountId: string): void;
    /** The service of a provider fails: Seam reaches no lock of the brand. */
    failProvider(brand: FakeBrand): void;
    /** The service of a provider works again. */
    restoreProvider(brand: FakeBrand): void;
    /** Somebody logs in through a Connect Webview. Returns the ID of the connected account. */
    completeConnectWebview(connectWebviewId: string, brand?: FakeBrand | undefined): string;
    /** Gives the memory of this fake back at once; it cannot be used any more. Otherwise that happens when the fake is garbage-collected. */
    free(): void;
}
