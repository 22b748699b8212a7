#include "evidence/disk.h"

namespace consent::evidence {

SealedOutput::~SealedOutput() = default;
SealedInput::~SealedInput() = default;
Disk::~Disk() = default;

} // namespace consent::evidence
