"""The manifest is one that KubeRay's schema takes, strictly: a misspelt key is an error, too.

kuberay-rayjob.schema.json.gz is the schema of `RayJob` v1 in config/crd/bases/ray.io_rayjobs.yaml
of KubeRay's ray-operator 1.5.0 (Apache-2.0), unchanged but for its form.
"""

import gzip
import json
import re
from copy import deepcopy
from typing import Any

import pytest
import yaml
from jsonschema import Draft202012Validator

from training.paths import REPOSITORY

BATCH = REPOSITORY / "batch"


def strict(schema: Any) -> Any:
    """Refuses keys that Kubernetes would drop without a word; reads its own kind of value."""
    if isinstance(schema, list):
        return [strict(entry) for entry in schema]
    if not isinstance(schema, dict):
        return schema
    if schema.get("x-kubernetes-int-or-string"):
        return {"type": ["integer", "string"]}
    result = {key: strict(value) for key, value in schema.items()}
    is_object = schema.get("type") == "object" and isinstance(schema.get("properties"), dict)
    if is_object and schema["properties"]:
        result.setdefault("additionalProperties", False)
    return result


@pytest.fixture(scope="module")
def validator() -> Draft202012Validator:
    schema = json.loads(gzip.decompress((BATCH / "kuberay-rayjob.schema.json.gz").read_bytes()))
    # Every resource has these; Kubernetes itself checks what is in `metadata`.
    del schema["properties"]["metadata"]
    result = strict(schema)
    result["properties"]["metadata"] = {"type": "object", "required": ["name"]}
    return Draft202012Validator(result)


@pytest.fixture
def manifest() -> dict[str, Any]:
    return yaml.safe_load((BATCH / "kuberay.yaml").read_text())


def worker(manifest: dict[str, Any]) -> dict[str, Any]:
    return manifest["spec"]["rayClusterSpec"]["workerGroupSpecs"][0]


def test_the_manifest_is_a_ray_job(validator: Draft202012Validator, manifest) -> None:
    assert [error.message for error in validator.iter_errors(manifest)] == []


@pytest.mark.parametrize(
    "spoil",
    [
        lambda manifest: worker(manifest).update(replicas="many"),
        lambda manifest: worker(manifest).update(replica=3),
        lambda manifest: worker(manifest).pop("template"),
        lambda manifest: worker(manifest)["template"]["spec"]["containers"][0].update(img="a"),
        lambda manifest: manifest["spec"].update(shutdownAfterJobFinishes="yes"),
        lambda manifest: manifest["spec"]["rayClusterSpec"].pop("headGroupSpec"),
    ],
    ids=["a word for a number", "misspelt", "no template", "in a container", "a word", "no head"],
)
def test_a_broken_manifest_is_noticed(validator: Draft202012Validator, manifest, spoil) -> None:
    broken = deepcopy(manifest)
    spoil(broken)
    assert list(validator.iter_errors(broken))


def test_all_containers_run_without_root_and_tell_nobody(manifest) -> None:
    cluster = manifest["spec"]["rayClusterSpec"]
    for group in (cluster["headGroupSpec"], *cluster["workerGroupSpecs"]):
        pod = group["template"]["spec"]
        assert pod["securityContext"]["runAsNonRoot"] is True
        for container in pod["containers"]:
            assert {"name": "RAY_USAGE_STATS_ENABLED", "value": "0"} in container["env"]
            assert container["resources"]["limits"]["memory"]


def test_versions_are_the_pinned_ones(manifest) -> None:
    [pinned] = re.findall(r"^ray\[data\]==(.+)$", (BATCH / "requirements.txt").read_text(), re.M)
    assert manifest["spec"]["rayClusterSpec"]["rayVersion"] == pinned
    assert f'"ray[default]=={pinned}"' in (BATCH / "Dockerfile").read_text()
    release = json.loads((REPOSITORY / "package.json").read_text())["version"]
    images = re.findall(r"image: (\S+)", (BATCH / "kuberay.yaml").read_text())
    assert set(images) == {f"pilah-batch:{release}"}
