"""Verifies a device's chain with python3-jwcrypto and hashlib alone, for the interoperability test.

Standard input is JSON: {"events": [compact JWS ...], "dataKey": JWK or null, "checkpoint": compact JWS or null,
"leaves": [text ...]}. Standard output is JSON: what was verified and opened. Any fault ends with exit code 1.
"""

import base64
import hashlib
import json
import sys

from jwcrypto import jwe, jwk, jws


def unpadded(data):
    return base64.urlsafe_b64encode(data).rstrip(b"=").decode()


def verified(compact, key, typ):
    token = jws.JWS()
    token.allowed_algs = ["ES256"]
    token.deserialize(compact, key)
    header = json.loads(token.objects["protected"])
    assert header["typ"] == typ and header["kid"] == key.thumbprint(), "header"
    return json.loads(token.payload)


def opened(compact, key):
    token = jwe.JWE()
    token.allowed_algs = ["dir", "A256GCM"]
    token.deserialize(compact, key)
    return json.loads(token.payload)


def merkle_root(leaves):
    if len(leaves) == 1:
        return hashlib.sha256(b"\0" + leaves[0]).digest()
    split = 1
    while split * 2 < len(leaves):
        split *= 2
    return hashlib.sha256(b"\1" + merkle_root(leaves[:split]) + merkle_root(leaves[split:])).digest()


def main():
    given = json.load(sys.stdin)
    first = given["events"][0].split(".")[1]
    announced = json.loads(base64.urlsafe_b64decode(first + "=" * (-len(first) % 4)))
    key = jwk.JWK(**announced["facts"]["publicKey"])
    previous, personal = "", []
    for number, compact in enumerate(given["events"], 1):
        event = verified(compact, key, "consent-event+jws")
        assert event["seq"] == number and event["prev"] == previous, "chain"
        previous = unpadded(hashlib.sha256(compact.encode()).digest())
        if event["sealed"] and given["dataKey"]:
            personal.append(opened(event["sealed"], jwk.JWK(**given["dataKey"])))
    if given["checkpoint"]:
        checkpoint = verified(given["checkpoint"], key, "consent-checkpoint+jws")
        root = merkle_root([leaf.encode() for leaf in given["leaves"]])
        assert checkpoint["root"] == unpadded(root), "root"
        assert checkpoint["devices"] == len(given["leaves"]), "devices"
    json.dump({"events": len(given["events"]), "head": previous, "personal": personal}, sys.stdout)


if __name__ == "__main__":
    main()
