//! `routes.ts`: for each endpoint its parameter, response, request and options types; for each namespace its class.

use seam_edge::api::{Declaration, Namespace, WITHOUT_WORKSPACE};
use seam_edge::schema::Rule;

use crate::naming::{camel_case, comment, last_word, pascal_case, type_name};
use crate::resources::Resources;
use crate::schemas::endpoint_constant;

pub(crate) fn render(namespaces: &[&Namespace], resources: &Resources) -> String {
    let mut body = String::new();
    for namespace in namespaces {
        render_namespace(&mut body, namespace);
    }
    body.push_str(&root_class(namespaces));
    body.push_str(&endpoints_class(
        "SeamHttpEndpoints",
        "SeamHttpNamespace",
        &each_endpoint(namespaces),
    ));
    body.push_str(&without_workspace(namespaces));
    let used: Vec<String> = resources
        .names()
        .into_iter()
        .filter(|name| mentions(&body, name))
        .map(|name| format!("  {name},\n"))
        .collect();
    format!(
        "{HEADER}import type {{\n{}}} from './resources.js'\n{body}",
        used.concat()
    )
}

/// Whether the text holds the name as a word of its own.
fn mentions(text: &str, name: &str) -> bool {
    text.match_indices(name).any(|(at, _)| {
        let letter = |found: Option<char>| found.is_some_and(|letter| letter.is_alphanumeric());
        let before = text.get(..at).and_then(|before| before.chars().next_back());
        let after = text.get(at + name.len()..).and_then(|after| after.chars().next());
        !letter(before) && !letter(after)
    })
}

fn render_namespace(body: &mut String, namespace: &Namespace) {
    for child in namespace.children {
        render_namespace(body, child);
    }
    for endpoint in namespace.endpoints {
        body.push_str(&types(namespace, endpoint));
    }
    body.push_str(&class(namespace));
}

/// `AccessCodesCreate`: what the names of an endpoint's types begin with.
fn prefix(namespace: &Namespace, endpoint: &Declaration) -> String {
    pascal_case(namespace.path) + &pascal_case(last_word(endpoint.path))
}

fn types(namespace: &Namespace, endpoint: &Declaration) -> String {
    let prefix = prefix(namespace, endpoint);
    let parameters = endpoint.parameters.description.typescript;
    let path = endpoint.path;
    let (response, key) = match endpoint.reply.values().first() {
        None => ("void".to_owned(), "undefined".to_owned()),
        Some(field) => (
            format!("{{ {}: {} }}", field.name, type_name(field.kind)),
            format!("'{}'", field.name),
        ),
    };
    let request = if endpoint.reply.is_paginated() {
        "SeamPaginatedRequest"
    } else {
        "SeamHttpRequest"
    };
    let older = older_word_for_parameters(endpoint);
    format!(
        "
{parameters}
/** @deprecated Use {{@link {prefix}Parameters}}. */
export type {prefix}{older} = {prefix}Parameters

/** The reply to `{path}`. */
export type {prefix}Response = {response}

/** A call of `{path}` that has not been sent yet. */
export type {prefix}Request = {request}<{prefix}Response, {key}>

/** How a call of `{path}` is made. */
export interface {prefix}Options extends SeamHttpCallOptions {{}}
"
    )
}

fn class(namespace: &Namespace) -> String {
    let name = class_name(namespace);
    let documentation = comment(namespace.summary, "");
    let children: String = namespace.children.iter().map(|child| getter(child)).collect();
    let methods: String = namespace
        .endpoints
        .iter()
        .map(|endpoint| method(namespace, endpoint))
        .collect();
    format!("\n{documentation}export class {name} extends SeamHttpNamespace {{{children}{methods}}}\n")
}

fn class_name(namespace: &Namespace) -> String {
    format!("SeamHttp{}", pascal_case(namespace.path))
}

fn getter(namespace: &Namespace) -> String {
    getter_of(namespace, &class_name(namespace))
}

/// A getter of a namespace that shows as a type.
fn getter_of(namespace: &Namespace, shown: &str) -> String {
    let class = class_name(namespace);
    let name = camel_case(last_word(namespace.path));
    let documentation = comment(namespace.summary, "  ");
    format!(
        "
{documentation}  get {name}(): {shown} {{
    return {class}.fromClient(this.client, this.defaults)
  }}
"
    )
}

fn method(namespace: &Namespace, endpoint: &Declaration) -> String {
    let prefix = prefix(namespace, endpoint);
    let name = camel_case(last_word(endpoint.path));
    let documentation = comment(&documentation(endpoint), "  ");
    let mark = if takes_nothing(endpoint) { "?" } else { "" };
    let constant = endpoint_constant(endpoint);
    format!(
        "
{documentation}  {name}(parameters{mark}: {prefix}Parameters, options: {prefix}Options = {{}}): {prefix}Request {{
    return new SeamHttpRequest(this, schemas.{constant}, parameters, options)
  }}
"
    )
}

/// What the call does, and what to use instead of a deprecated one.
fn documentation(endpoint: &Declaration) -> String {
    let remedy = endpoint
        .deprecated
        .map(|remedy| format!("\n@deprecated {remedy}"));
    endpoint.summary.to_owned() + &remedy.unwrap_or_default()
}

/// Whether the endpoint can be called without parameters.
fn takes_nothing(endpoint: &Declaration) -> bool {
    let object = endpoint.parameters;
    let needs_one = object
        .rules
        .iter()
        .any(|rule| matches!(rule, Rule::AtLeastOne(_)));
    !needs_one && object.fields.iter().all(|field| !field.flags.required())
}

fn root_class(namespaces: &[&Namespace]) -> String {
    let getters: String = namespaces.iter().map(|namespace| getter(namespace)).collect();
    format!(
        "
/** The Seam API: each namespace as a property. */
export class SeamHttp extends SeamHttpNamespace {{{getters}}}
"
    )
}

/// Every endpoint with the namespace that it is directly in.
fn each_endpoint<'n>(namespaces: &[&'n Namespace]) -> Vec<(&'n Namespace, &'n Declaration)> {
    let of = |namespace: &&'n Namespace| {
        let own = namespace.endpoints.iter().map(|endpoint| (*namespace, *endpoint));
        own.chain(each_endpoint(namespace.children)).collect::<Vec<_>>()
    };
    namespaces.iter().flat_map(of).collect()
}

/// A class with each endpoint under its path.
fn endpoints_class(name: &str, base: &str, endpoints: &[(&Namespace, &Declaration)]) -> String {
    let getters: String = endpoints
        .iter()
        .map(|(namespace, endpoint)| {
            let prefix = prefix(namespace, endpoint);
            let documentation = comment(&documentation(endpoint), "  ");
            let mark = if takes_nothing(endpoint) { "?" } else { "" };
            let (path, constant) = (endpoint.path, endpoint_constant(endpoint));
            format!(
                "
{documentation}  get '{path}'(): (parameters{mark}: {prefix}Parameters, options?: {prefix}Options) => {prefix}Request {{
    return (parameters, options = {{}}) => new SeamHttpRequest(this, schemas.{constant}, parameters, options)
  }}
"
            )
        })
        .collect();
    let paths = |of: &dyn Fn(&Declaration) -> bool| {
        let paths = endpoints.iter().filter(|(_, endpoint)| of(endpoint));
        paths
            .map(|(_, endpoint)| format!("\n  | '{}'", endpoint.path))
            .collect::<String>()
    };
    let (queries, mutations) = (paths(&reads), paths(&|endpoint| !reads(endpoint)));
    let pages = paths(&|endpoint| endpoint.reply.is_paginated());
    let paginated = if pages.is_empty() {
        String::new()
    } else {
        format!(
            "\n/** The paths of endpoints that give their data in pages. */\nexport type {}PaginatedQueryPaths ={pages}\n",
            singular(name)
        )
    };
    let singular = singular(name);
    format!(
        "
/** The Seam API: each endpoint under its path, as `seam['/devices/list']()`. */
export class {name} extends {base} {{{getters}}}

/** The paths of endpoints that read. */
export type {singular}QueryPaths ={queries}
{paginated}
/** The paths of endpoints that change something. */
export type {singular}MutationPaths ={mutations}
"
    )
}

/// `SeamHttpEndpointsWithoutWorkspace` as `SeamHttpEndpointWithoutWorkspace`.
fn singular(class: &str) -> String {
    class.replacen("Endpoints", "Endpoint", 1)
}

/// Whether the official client calls it with GET, which it does by the endpoint's name.
fn reads(endpoint: &Declaration) -> bool {
    let name = last_word(endpoint.path);
    name.starts_with("list") || matches!(name, "get" | "get_related" | "generate_code")
}

/// What the parameters of an endpoint are called in types of the official client's generation 1: by where they once travelled.
fn older_word_for_parameters(endpoint: &Declaration) -> &'static str {
    if reads(endpoint) || last_word(endpoint.path) == "delete" {
        "Params"
    } else {
        "Body"
    }
}

/// The classes for the calls that need no workspace.
fn without_workspace(namespaces: &[&Namespace]) -> String {
    let all = each_endpoint(namespaces);
    let needs_none =
        |endpoint: &Declaration| WITHOUT_WORKSPACE.iter().any(|other| other.path == endpoint.path);
    let endpoints: Vec<_> = all
        .into_iter()
        .filter(|(_, endpoint)| needs_none(endpoint))
        .collect();
    let getters: String = namespaces
        .iter()
        .filter_map(|namespace| {
            let methods: Vec<String> = namespace
                .endpoints
                .iter()
                .filter(|endpoint| needs_none(endpoint))
                .map(|endpoint| format!("'{}'", camel_case(last_word(endpoint.path))))
                .collect();
            let class = class_name(namespace);
            let partly = format!("Pick<{class}, {}>", methods.join(" | "));
            (!methods.is_empty()).then(|| getter_of(namespace, &partly))
        })
        .collect();
    let paths = endpoints_class(
        "SeamHttpEndpointsWithoutWorkspace",
        "WithoutWorkspace",
        &endpoints,
    );
    format!(
        "
/** The calls of the Seam API that concern all workspaces of a person. */
export class SeamHttpWithoutWorkspace extends WithoutWorkspace {{{getters}}}

/** @deprecated Use {{@link SeamHttpWithoutWorkspace}}. */
export const SeamHttpMultiWorkspace: typeof SeamHttpWithoutWorkspace = SeamHttpWithoutWorkspace
{paths}"
    )
}

const HEADER: &str = "\
// The calls of the Seam API: what they take, what they answer, and the classes that make them.
// Rendered from the endpoint registry of the Rust core: change that, not this file.

import { SeamHttpNamespace } from '../client/namespace.js'
import type { SeamHttpCallOptions } from '../client/options.js'
import type { RequireAtLeastOne, SeamPaginatedRequest } from '../client/request.js'
import { SeamHttpRequest } from '../client/request.js'
import { WithoutWorkspace } from '../client/without-workspace.js'
import * as schemas from './schemas.js'
";
