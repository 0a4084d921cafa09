#!/usr/bin/env python3
"""Checks an unpacked export of recoupe: python3 check.py FOLDER [AUTHORITY.pem].

It needs nothing but Python 3 and, for signatures and tokens, openssl 3."""
import base64, glob, gzip, hashlib, json, os, re, subprocess, sys, tempfile

root = sys.argv[1] if len(sys.argv) > 1 else "."
authority = sys.argv[2] if len(sys.argv) > 2 else None
bad = []


def read(name):
    with open(os.path.join(root, name), "rb") as f:
        return f.read()


def sha(b):
    return hashlib.sha256(b).digest()


def wrong(message):
    bad.append(message)
    print("WRONG:", message)


# 1. The members.
package = read("datapackage.json")
if json.loads(read("datapackage-digest.json"))["hash"] != "sha256:" + sha(package).hex():
    wrong("datapackage.json")
listed = {"datapackage.json", "datapackage-digest.json"}
for r in json.loads(package)["resources"]:
    listed.add(r["path"])
    if "sha256:" + sha(read(r["path"])).hex() != r["hash"]:
        wrong(r["path"])
for path in glob.glob(os.path.join(root, "**"), recursive=True):
    name = os.path.relpath(path, root).replace(os.sep, "/")
    if os.path.isfile(path) and name not in listed:
        wrong(name + " is not in the list of members")

# 2. The payloads, by WARC record.
payloads = {}
data = gzip.decompress(read("archive/data.warc.gz"))
at = 0
while at < len(data):
    end = data.index(b"\r\n\r\n", at) + 4
    fields = dict(line.split(": ", 1) for line in data[at:end].decode().split("\r\n")[1:] if line)
    block = data[end:end + int(fields["Content-Length"])]
    at = end + len(block) + 4
    if fields["WARC-Type"] == "response":
        block = block[block.index(b"\r\n\r\n") + 4:]
    payloads[fields["WARC-Record-ID"].strip("<>")] = sha(block).hex()

# 3. and 4. The checkpoints and their signatures.
public = read("custody/public-key").decode().strip()
name, _, key = public.split("+", 2)
key = base64.b64decode(key)[1:]
der = bytes.fromhex("302a300506032b6570032100") + key
roots = {}
for path in glob.glob(os.path.join(root, "custody", "checkpoint-*")):
    note = open(path, "rb").read()
    text, signature = note.rsplit(b"\n\n", 1)
    text += b"\n"
    lines = text.decode().split("\n")
    m = re.fullmatch("\u2014 (\\S+) (\\S+)\n", signature.decode())
    if not m or m[1] != name or lines[0] != name:
        wrong(path + " is not signed by this dossier")
        continue
    roots["custody/" + os.path.basename(path)] = (int(lines[1]), base64.b64decode(lines[2]))
    with tempfile.TemporaryDirectory() as d:
        for n, b in (("key", der), ("text", text), ("sig", base64.b64decode(m[2])[4:])):
            open(os.path.join(d, n), "wb").write(b)
        try:
            ok = subprocess.run(["openssl", "pkeyutl", "-verify", "-pubin", "-keyform", "DER", "-inkey", d + "/key",
                                 "-rawin", "-in", d + "/text", "-sigfile", d + "/sig"], capture_output=True).returncode == 0
            if not ok:
                wrong(path + ": the signature")
        except FileNotFoundError:
            print("openssl is not here: signatures not checked")


def climb(n, size, leaf, path):
    """The root over leaf n in a tree of that size (RFC 9162, 2.1.3.2)."""
    fn, sn, r = n, size - 1, leaf
    for p in path:
        if sn == 0:
            return None
        if fn & 1 or fn == sn:
            r = sha(b"\1" + p + r)
            while not fn & 1 and fn != 0:
                fn, sn = fn >> 1, sn >> 1
        else:
            r = sha(b"\1" + r + p)
        fn, sn = fn >> 1, sn >> 1
    return r if sn == 0 else None


proved = set()
for line in read("custody/proofs.jsonl").decode().splitlines():
    p = json.loads(line)
    record = json.loads(p["record"])
    leaf = sha(bytes.fromhex(p["salt"]) + p["record"].encode())
    size, top = roots.get(p["checkpoint"], (0, b""))
    if size != p["size"] or climb(p["n"], size, sha(b"\0" + leaf), [base64.b64decode(h) for h in p["path"]]) != top:
        wrong("record %d is not in the log" % p["n"])
    if payloads.get(p["warc"]) != record.get("body", sha(b"").hex()):
        wrong("record %d: the page is not what the log says" % p["n"])
    proved.add(p["n"])

# 5. The tokens.
for path in sorted(glob.glob(os.path.join(root, "custody", "token-*.tsr"))):
    if not authority:
        print(path + ": not checked; name the authority's root certificate")
        continue
    vouched = [c for c in roots if subprocess.run(["openssl", "ts", "-verify", "-in", path, "-data", os.path.join(root, c), "-CAfile", authority],
                                                  capture_output=True).returncode == 0]
    if not vouched:
        wrong(path)
        continue
    text = subprocess.run(["openssl", "ts", "-reply", "-in", path, "-text"], capture_output=True, text=True).stdout
    when = re.search(r"Time stamp: (.*)", text)
    print("%s: %s was there at %s" % (os.path.basename(path), vouched[0], when[1] if when else "a time it does not say"))

print("%d captures proved in the log %s" % (len(proved), name) if not bad else "%d faults" % len(bad))
sys.exit(3 if bad else 0)
