/** The `client` of a `SeamHttp`, of whichever copy of this package. */
export interface SeamConnection {
    /** Address of the API, without a slash at the end. */
    readonly endpoint: string;
    /** Where every call goes, and what it carries. */
    readonly defaults: {
        readonly baseURL: string;
        headers: Record<string, string>;
    };
}
/** What functions of this package make their calls with: a `SeamHttp`, one of its namespaces, or the `client` of these. */
export type SeamAnyClient = SeamConnection | {
    readonly client: SeamConnection;
};
