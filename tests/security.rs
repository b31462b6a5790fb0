//! What the page may do: the policy of its content and every command that it may call, as checked-in lists.
//!
//! After a change that was meant, write the lists anew with `UPDATE_SNAPSHOTS=1 cargo test -p tests --test security`.

use serde_json::Value;
use std::collections::BTreeSet;
use std::fs;
use tests::tree::root;

/// What tauri calls the app itself among its plugins.
const OUR_OWN: &str = "__app-acl__";

#[test]
fn the_window_is_shut_as_tightly_as_before() {
    let configuration = json("src-tauri/tauri.conf.json");
    let app = &configuration["app"];
    check(
        "window.json",
        &pretty(&serde_json::json!({
            "withGlobalTauri": app["withGlobalTauri"],
            "security": app["security"],
        })),
    );
}

#[test]
fn no_script_comes_from_anywhere_but_the_app() {
    let configuration = json("src-tauri/tauri.conf.json");
    let policy = &configuration["app"]["security"]["csp"];
    let script = directive(policy, "script-src").or_else(|| directive(policy, "default-src"));
    assert_eq!(script.as_deref(), Some("'self'"));
    assert_eq!(
        directive(policy, "object-src").or_else(|| directive(policy, "default-src")).as_deref(),
        Some("'none'")
    );
    assert!(!policy.to_string().contains("unsafe-eval"));
    assert!(!policy.to_string().contains("https:"));
    assert_eq!(configuration["app"]["withGlobalTauri"], false);
    assert_eq!(configuration["app"]["security"]["freezePrototype"], true);
    assert!(configuration["app"]["security"].get("dangerousDisableAssetCspModification").is_none());
}

#[test]
fn the_page_may_call_what_is_listed_and_nothing_else() {
    let manifests = json("src-tauri/gen/schemas/acl-manifests.json");
    let capabilities = json("src-tauri/gen/schemas/capabilities.json");
    let capabilities = capabilities.as_object().expect("capabilities have names");
    assert_eq!(capabilities.len(), 1, "one window, one capability");
    let mut commands = BTreeSet::new();
    for capability in capabilities.values() {
        assert!(capability.get("remote").is_none(), "no page from elsewhere may call anything");
        for permission in capability["permissions"].as_array().expect("it lists permissions") {
            let name = permission.as_str().or_else(|| permission["identifier"].as_str());
            let name = name.expect("a permission has a name");
            let (plugin, permission) = name.rsplit_once(':').unwrap_or((OUR_OWN, name));
            resolve(&manifests, plugin, permission, &mut commands);
        }
    }
    let list: Vec<String> = commands.into_iter().collect();
    check("commands.txt", &(list.join("\n") + "\n"));
}

/// Adds every command that a permission, or a set of permissions, allows.
fn resolve(manifests: &Value, plugin: &str, permission: &str, commands: &mut BTreeSet<String>) {
    let manifest = &manifests[plugin];
    let set = match permission {
        "default" => &manifest["default_permission"],
        _ => &manifest["permission_sets"][permission],
    };
    if let Some(members) = set["permissions"].as_array() {
        for member in members.iter().filter_map(Value::as_str) {
            // A member without a prefix is a permission of the same plugin.
            let (owner, member) = member.rsplit_once(':').unwrap_or((plugin, member));
            resolve(manifests, owner, member, commands);
        }
        return;
    }
    let allowed = manifest["permissions"][permission]["commands"]["allow"].as_array();
    let allowed = allowed
        .unwrap_or_else(|| panic!("{plugin} has no permission {permission}: build the app first"));
    commands.extend(
        allowed.iter().filter_map(Value::as_str).map(|command| format!("{plugin} {command}")),
    );
}

fn directive(policy: &Value, name: &str) -> Option<String> {
    if let Some(sources) = policy.get(name) {
        return Some(sources.as_str().map_or_else(|| sources.to_string(), str::to_owned));
    }
    let mut directives = policy.as_str()?.split(';').map(str::trim);
    directives
        .find_map(|directive| directive.strip_prefix(name))
        .map(|sources| sources.trim().to_owned())
}

fn json(path: &str) -> Value {
    let text =
        fs::read_to_string(root().join(path)).unwrap_or_else(|error| panic!("{path}: {error}"));
    serde_json::from_str(&text).unwrap_or_else(|error| panic!("{path}: {error}"))
}

fn pretty(value: &Value) -> String {
    serde_json::to_string_pretty(value).expect("JSON can be written") + "\n"
}

fn check(snapshot: &str, found: &str) {
    let path = root().join("tests/snapshots").join(snapshot);
    if std::env::var_os("UPDATE_SNAPSHOTS").is_some() {
        fs::write(&path, found).expect("the snapshot can be written");
    }
    let expected = fs::read_to_string(&path).unwrap_or_default();
    assert!(expected == found, "{snapshot} was\n{expected}\nand is now\n{found}");
}
