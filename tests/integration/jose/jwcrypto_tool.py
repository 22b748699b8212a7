"""One JOSE operation with python3-jwcrypto, for the interoperability test: jwcrypto_tool.py OPERATION JWK < input.

Operations: sign, verify, seal-dir, seal-for, open, thumbprint, new-key. The answer goes to standard output, bytes as they are.
"""

import json
import sys

from jwcrypto import jwe, jwk, jws

ALLOWED_JWE = ["dir", "ECDH-ES+A256KW", "A256GCM"]


def sign(key, data):
    token = jws.JWS(data)
    token.add_signature(key, None, json.dumps({"alg": "ES256", "kid": "other", "typ": "consent-event+jws"}), None)
    return token.serialize(compact=True).encode()


def verify(key, data):
    token = jws.JWS()
    token.allowed_algs = ["ES256"]
    token.deserialize(data.decode(), key)
    return token.payload


def seal(algorithm):
    def run(key, data):
        header = {"alg": algorithm, "enc": "A256GCM", "kid": "other"}
        token = jwe.JWE(data, json.dumps(header))
        token.allowed_algs = ALLOWED_JWE
        token.add_recipient(key)
        return token.serialize(compact=True).encode()
    return run


def open_sealed(key, data):
    token = jwe.JWE()
    token.allowed_algs = ALLOWED_JWE
    token.deserialize(data.decode(), key)
    return token.payload


OPERATIONS = {
    "sign": sign,
    "verify": verify,
    "seal-dir": seal("dir"),
    "seal-for": seal("ECDH-ES+A256KW"),
    "open": open_sealed,
    "thumbprint": lambda key, data: key.thumbprint().encode(),
}

if __name__ == "__main__":
    if sys.argv[1] == "new-key":
        sys.stdout.write(jwk.JWK.generate(kty="EC", crv="P-256").export())
    else:
        key = jwk.JWK.from_json(sys.argv[2])
        sys.stdout.buffer.write(OPERATIONS[sys.argv[1]](key, sys.stdin.buffer.read()))
