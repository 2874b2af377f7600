// Gocheck checks a record with the Go project's own transparency log code, which shares nothing with Accord's.
//
//	gocheck DIR VKEY INDEX [OUT]   the checkpoint's signature, and that entry INDEX is in the record; writes the entry to OUT
//	gocheck DIR VKEY               the same for every entry, and consistency with every size of a power of two around it
//
// DIR is a folder or mirror with checkpoint and tile/..., VKEY the log's Ed25519 key. It prints one JSON object
// and ends with 0, or one sentence and ends with 1.
//
// Build with Debian's golang-golang-x-mod-dev: GOPATH=/usr/share/gocode GO111MODULE=off go build
package main

import (
	"encoding/base64"
	"encoding/binary"
	"encoding/json"
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"strconv"
	"strings"

	"golang.org/x/mod/sumdb/note"
	"golang.org/x/mod/sumdb/tlog"
)

const height = 8

func main() {
	if len(os.Args) < 3 || len(os.Args) > 5 {
		fmt.Fprintln(os.Stderr, "usage: gocheck DIR VKEY [INDEX [OUT]]")
		os.Exit(2)
	}
	report, err := check(os.Args[1], os.Args[2], os.Args[3:])
	if err != nil {
		fmt.Fprintln(os.Stderr, "gocheck:", err)
		os.Exit(1)
	}
	json.NewEncoder(os.Stdout).Encode(report)
}

func check(dir, vkey string, rest []string) (map[string]any, error) {
	origin, tree, err := openCheckpoint(dir, vkey)
	if err != nil {
		return nil, err
	}
	report := map[string]any{"ok": true, "origin": origin, "size": tree.N, "root": base64.StdEncoding.EncodeToString(tree.Hash[:])}
	reader := tlog.TileHashReader(tree, &tiles{dir: dir})
	if len(rest) == 0 {
		return report, checkAll(dir, tree, reader)
	}
	index, err := strconv.ParseInt(rest[0], 10, 64)
	if err != nil || index < 0 || index >= tree.N {
		return nil, fmt.Errorf("there is no entry %s in a record of %d", rest[0], tree.N)
	}
	entries, err := bundle(dir, index>>height, tree.N)
	if err != nil {
		return nil, err
	}
	entry := entries[index&255]
	proof, err := tlog.ProveRecord(tree.N, index, reader)
	if err != nil {
		return nil, err
	}
	if err := tlog.CheckRecord(proof, tree.N, tree.Hash, index, tlog.RecordHash(entry)); err != nil {
		return nil, fmt.Errorf("entry %d is not in the record: %v", index, err)
	}
	report["index"] = index
	if len(rest) > 1 {
		return report, os.WriteFile(rest[1], entry, 0o644)
	}
	return report, nil
}

// openCheckpoint returns what the log signed. Lines of other keys, among them ML-DSA-44 ones, are passed over.
func openCheckpoint(dir, vkey string) (string, tlog.Tree, error) {
	verifier, err := note.NewVerifier(vkey)
	if err != nil {
		return "", tlog.Tree{}, err
	}
	data, err := os.ReadFile(filepath.Join(dir, "checkpoint"))
	if err != nil {
		return "", tlog.Tree{}, err
	}
	opened, err := note.Open(data, note.VerifierList(verifier))
	if err != nil {
		return "", tlog.Tree{}, err
	}
	origin, rest, _ := strings.Cut(opened.Text, "\n")
	if origin != verifier.Name() {
		return "", tlog.Tree{}, fmt.Errorf("the checkpoint is of %q, the key of %q", origin, verifier.Name())
	}
	tree, err := tlog.ParseTree([]byte("go.sum database tree\n" + rest))
	return origin, tree, err
}

// checkAll hashes every entry and proves every hash, and checks that earlier sizes are prefixes.
func checkAll(dir string, tree tlog.Tree, reader tlog.HashReader) error {
	for start := int64(0); start < tree.N; start += 256 {
		entries, err := bundle(dir, start>>height, tree.N)
		if err != nil {
			return err
		}
		indexes := make([]int64, len(entries))
		for i := range entries {
			indexes[i] = tlog.StoredHashIndex(0, start+int64(i))
		}
		hashes, err := reader.ReadHashes(indexes) // authenticated against the tree hash
		if err != nil {
			return err
		}
		for i, entry := range entries {
			if tlog.RecordHash(entry) != hashes[i] {
				return fmt.Errorf("entry %d is not the one in the tree", start+int64(i))
			}
		}
	}
	for old := int64(1); old <= tree.N; old *= 2 {
		for _, size := range []int64{old - 1, old, old + 1} {
			if size < 1 || size > tree.N {
				continue
			}
			before, err := tlog.TreeHash(size, reader)
			if err != nil {
				return err
			}
			proof, err := tlog.ProveTree(tree.N, size, reader)
			if err != nil {
				return err
			}
			if err := tlog.CheckTree(proof, tree.N, tree.Hash, size, before); err != nil {
				return fmt.Errorf("size %d is not a prefix: %v", size, err)
			}
		}
	}
	return nil
}

// tiles reads C2SP tiles, whose paths are Go's without the height.
type tiles struct{ dir string }

func (t *tiles) Height() int { return height }

func (t *tiles) ReadTiles(wanted []tlog.Tile) ([][]byte, error) {
	var out [][]byte
	for _, tile := range wanted {
		path := strings.Replace(tile.Path(), "tile/8/", "tile/", 1)
		data, err := os.ReadFile(filepath.Join(t.dir, filepath.FromSlash(path)))
		if errors.Is(err, os.ErrNotExist) && tile.W < 256 {
			full := tile
			full.W = 256
			path = strings.Replace(full.Path(), "tile/8/", "tile/", 1)
			data, err = os.ReadFile(filepath.Join(t.dir, filepath.FromSlash(path)))
			if err == nil && len(data) == 256*tlog.HashSize {
				data = data[:tile.W*tlog.HashSize]
			}
		}
		if err != nil {
			return nil, err
		}
		out = append(out, data)
	}
	return out, nil
}

func (t *tiles) SaveTiles([]tlog.Tile, [][]byte) {}

// bundle returns the entries of one bundle of a log of the given size.
func bundle(dir string, n, size int64) ([][]byte, error) {
	width := size - n<<height
	if width > 256 {
		width = 256
	}
	path := tlog.Tile{H: height, L: 0, N: n, W: int(width)}.Path()
	path = strings.Replace(path, "tile/8/0/", "tile/entries/", 1)
	data, err := os.ReadFile(filepath.Join(dir, filepath.FromSlash(path)))
	if err != nil {
		return nil, err
	}
	var entries [][]byte
	for len(data) > 0 {
		if len(data) < 2 || len(data)-2 < int(binary.BigEndian.Uint16(data)) {
			return nil, fmt.Errorf("%s is cut", path)
		}
		end := 2 + int(binary.BigEndian.Uint16(data))
		entries, data = append(entries, data[2:end]), data[end:]
	}
	if int64(len(entries)) != width {
		return nil, fmt.Errorf("%s has %d entries, not %d", path, len(entries), width)
	}
	return entries, nil
}
