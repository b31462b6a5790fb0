//! The official schema of CycloneDX 1.6, and whether a file keeps to it.

use std::sync::LazyLock;

use jsonschema::{Registry, Validator};
use serde_json::Value;

use super::NotValid;

const BILL: &str = include_str!("schema/bom-1.6.schema.json");
const LICENCES: &str = include_str!("schema/spdx.schema.json");
const SIGNATURES: &str = include_str!("schema/jsf-0.82.schema.json");

/// Making it takes longer than using it, so it is made once.
static VALIDATOR: LazyLock<Validator> = LazyLock::new(validator);

/// Returns whether a file keeps to the schema, or what does not.
pub fn check(text: &str) -> Result<(), NotValid> {
    let file: Value = serde_json::from_str(text).map_err(|error| NotValid(error.to_string()))?;
    let mut errors = VALIDATOR.iter_errors(&file);
    errors.next().map_or(Ok(()), |error| {
        let shown: String = error.to_string().chars().take(200).collect();
        Err(NotValid(format!("{} at {}", shown, error.instance_path())))
    })
}

/// Returns whether a name is one of the SPDX list that the schema takes.
pub fn is_spdx(name: &str) -> bool {
    static NAMES: LazyLock<Vec<String>> = LazyLock::new(|| {
        let names = parse(LICENCES)["enum"].as_array().cloned().unwrap_or_default();
        names.iter().filter_map(|name| name.as_str().map(str::to_owned)).collect()
    });
    NAMES.iter().any(|known| known == name)
}

fn validator() -> Validator {
    let with = [
        ("http://cyclonedx.org/schema/spdx.schema.json", LICENCES),
        ("http://cyclonedx.org/schema/jsf-0.82.schema.json", SIGNATURES),
    ];
    let registry = with.into_iter().fold(Registry::new(), |registry, (name, text)| {
        registry.add(name, parse(text)).expect("the names of the schemas are links")
    });
    let registry = registry.prepare().expect("the schemas refer to nothing else");
    let options = jsonschema::options().with_registry(&registry).offline();
    options.build(&parse(BILL)).expect("the official schema is one")
}

fn parse(schema: &str) -> Value {
    serde_json::from_str(schema).expect("the schemas that we ship are JSON")
}
