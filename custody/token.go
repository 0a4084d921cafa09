package custody

import (
	"bytes"
	"crypto"
	"crypto/sha256"
	"crypto/x509"
	"errors"
	"fmt"
	"time"

	"github.com/digitorus/pkcs7"
	"github.com/digitorus/timestamp"
)

// A token (RFC 3161) is what a time-stamping authority answers when it is sent
// the SHA-256 of a checkpoint: that it saw it at a time, signed with its chain.
// It is kept as the whole TimeStampResp in DER, which "openssl ts -verify" reads.

// AskToken returns the request (TimeStampReq, DER) for a token on a checkpoint.
func AskToken(checkpoint []byte) ([]byte, error) {
	return timestamp.CreateRequest(bytes.NewReader(checkpoint), &timestamp.RequestOptions{Hash: crypto.SHA256, Certificates: true})
}

// A Stamp is what a token says.
type Stamp struct {
	Time      time.Time
	Authority string // the subject of the certificate it is signed with
}

// OpenToken returns what the token says of checkpoint. It checks the signature
// and, where roots is not nil, that the authority's chain leads to one of them.
func OpenToken(token, checkpoint []byte, roots *x509.CertPool) (Stamp, error) {
	ts, err := timestamp.ParseResponse(token)
	if err != nil {
		return Stamp{}, errors.New("not a token, or one that its authority did not sign")
	}
	if sum := sha256.Sum256(checkpoint); ts.HashAlgorithm != crypto.SHA256 || !bytes.Equal(ts.HashedMessage, sum[:]) {
		return Stamp{}, errors.New("a token for something else")
	}
	p, err := pkcs7.Parse(ts.RawToken)
	if err != nil {
		return Stamp{}, errors.New("not a token")
	}
	signer := p.GetOnlySigner()
	if signer == nil {
		return Stamp{}, errors.New("a token without the certificate it is signed with")
	}
	s := Stamp{ts.Time.UTC(), signer.Subject.String()}
	if roots == nil {
		return s, nil
	}
	between := x509.NewCertPool()
	for _, c := range p.Certificates {
		between.AddCert(c)
	}
	_, err = signer.Verify(x509.VerifyOptions{Roots: roots, Intermediates: between, CurrentTime: ts.Time, KeyUsages: []x509.ExtKeyUsage{x509.ExtKeyUsageTimeStamping}})
	if err != nil {
		return s, fmt.Errorf("the chain of %s: %w", s.Authority, err)
	}
	return s, nil
}

// Stamps reports whether token speaks of checkpoint.
func Stamps(token, checkpoint []byte) bool {
	_, err := OpenToken(token, checkpoint, nil)
	return err == nil
}
